import { createHash, randomUUID } from 'node:crypto'
import { GetTemplateCommand } from '@aws-sdk/client-cloudformation'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { changingCalls, type Life, newLife, proxyFor, region, via } from './support/life.js'
import { sizedConfig } from './support/sized-estates.js'

const keyPattern = new RegExp(
  `^sec-provisioner/acme-dev-x001-${region}-startup-sec/([0-9a-f]{64})(-[a-z0-9]+)?\\.yaml$`,
)

async function templateTextOf({ account, stackName }: Life): Promise<string> {
  const { cloudformation } = account.clients(region)
  const { TemplateBody = '' } = await cloudformation.send(new GetTemplateCommand({ StackName: stackName }))
  return TemplateBody
}

/** A life whose template goes through this bucket. */
function throughBucket(bucket: string): Life {
  const life = newLife()
  life.write(sizedConfig('large', life.account.accountId, [`template_bucket: ${bucket}`]))
  return life
}

describe('a template goes to CloudFormation', () => {
  it('in the request, as it is written, while it fits', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    expect(await templateTextOf(life)).toMatch(/^# .*\nAWSTemplateFormatVersion: /)
  })

  it('in the request, as minified JSON, when it only fits so', async () => {
    const life = newLife()
    life.write(sizedConfig('middle', life.account.accountId))
    await life.must(['deploy', '--force'])
    expect(await templateTextOf(life)).toMatch(/^\{"AWSTemplateFormatVersion"/)
    const again = await life.must(['deploy', '--force'])
    expect(again.out).toContain('nothing to change')
  })

  it('through the bucket, under a key with its digest, when it is larger', async () => {
    const bucket = `templates-${randomUUID()}`
    const life = throughBucket(bucket)
    await life.account.createBucket(bucket, region)
    const proxy = await proxyFor(life)
    await life.must(['deploy', '--force'], via(proxy))
    const { objects } = await stateOf(life.account, bucket)
    expect(objects).toEqual([expect.stringMatching(keyPattern)])
    const { s3 } = life.account.clients(region)
    const object = await s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: objects[0] ?? '', ChecksumMode: 'ENABLED' }),
    )
    const text = (await object.Body?.transformToString()) ?? ''
    const digest = createHash('sha256').update(text)
    expect(digest.copy().digest('hex')).toBe(keyPattern.exec(objects[0] ?? '')?.[1])
    expect(object.ChecksumSHA256).toBe(digest.digest('base64'))
    expect(object.ContentType).toBe('application/yaml')
    expect(await templateTextOf(life)).toBe(text)
  })

  it('through the bucket that a parameter names', async () => {
    const bucket = `named-${randomUUID()}`
    const life = throughBucket('ssm:/s3/acme/TemplateBucketName')
    await life.account.createBucket(bucket, region)
    const parameter = { Name: '/s3/acme/TemplateBucketName', Value: bucket, Type: 'String' as const }
    await life.account.clients(region).ssm.send(new PutParameterCommand(parameter))
    await life.must(['deploy', '--force'])
    expect((await stateOf(life.account, bucket)).objects).toEqual([expect.stringMatching(keyPattern)])
  })
})

describe('a template does not go', () => {
  const bucket = `elsewhere-${randomUUID()}`
  const cases = [
    {
      name: 'into no bucket at all',
      given: undefined,
      make: async () => undefined,
      code: 'DEPLOY_NEEDS_BUCKET',
      says: 'at most 51,200 go into a request',
      hint: /name a template bucket|deployment\.template_bucket/,
      exitCode: 2,
    },
    {
      name: 'into a bucket that is not there',
      given: 'no-such-bucket',
      make: async () => undefined,
      code: 'AWS_BUCKET_MISSING',
      says: 'there is no bucket "no-such-bucket"',
      hint: /make the bucket, or correct its name/,
      exitCode: 1,
    },
    {
      name: 'into a bucket of another account',
      given: `${bucket}-other`,
      make: () => testServer().newAccount().createBucket(`${bucket}-other`, region),
      code: 'AWS_BUCKET_OWNER',
      says: `S3 refused s3:GetBucketLocation on the bucket "${bucket}-other"`,
      hint: /check that the bucket belongs to account \d{12}/,
      exitCode: 1,
    },
    {
      name: 'into a bucket of another region',
      given: `${bucket}-far`,
      make: ({ account }: Life) => account.createBucket(`${bucket}-far`, 'eu-west-1'),
      code: 'AWS_BUCKET_ELSEWHERE',
      says: `is in eu-west-1, expected ${region}`,
      hint: /name a bucket in us-west-1/,
      exitCode: 1,
    },
    {
      name: 'into a bucket of a parameter that is not there',
      given: 'ssm:/no/such/parameter',
      make: async () => undefined,
      code: 'BUCKET_PARAMETER_MISSING',
      says: 'there is no parameter "/no/such/parameter"',
      hint: /check the path, the account and the region/,
      exitCode: 2,
    },
  ]
  const actions = [['deploy', '--force'], ['show-changes'], ['test-deploy', '--force']]
  it.each(cases)('$name', async ({ given, make, code, says, hint, exitCode }) => {
    const life = newLife()
    life.write(sizedConfig('large', life.account.accountId, given ? [`template_bucket: ${given}`] : []))
    await make(life)
    for (const action of actions) {
      const proxy = await proxyFor(life)
      const refused = await life.run(action, via(proxy))
      expect([action[0], refused.exitCode], refused.err).toEqual([action[0], exitCode])
      expect(refused.err).toContain(code)
      expect(refused.err).toContain(says)
      expect(refused.err).toMatch(hint)
      expect(changingCalls(proxy)).toEqual([])
    }
  })
})

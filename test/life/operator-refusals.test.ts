import { CreateGroupCommand, CreatePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import { beforeAll, describe, expect, it } from 'vitest'
import { anyPolicy } from './support/by-hand.js'
import { iamOf, type Life, newLife, region } from './support/life.js'
import { callsBeside, callsWithin, type Place } from './support/operator-calls-beside.js'
import { boundaryName, operatorConfig } from './support/operator-configs.js'
import { exportedPolicies, newOperator } from './support/operator-policy.js'

/** The managed estate with a bucket of its own, deployed by the root, and an operator who holds its policy. */
async function makePlace(): Promise<Place> {
  const life = newLife()
  const { accountId } = life.account
  const names = { bucket: `templates-${accountId}`, otherBucket: `data-${accountId}` }
  const config = operatorConfig('managed', 'usual', accountId)
  life.write(config.replace('deployment: {', `deployment: {"template_bucket":"${names.bucket}",`))
  for (const bucket of Object.values(names)) await life.account.createBucket(bucket, region)
  await makeOthers(life, names.bucket)
  await life.must(['deploy', '--force'])
  const operator = await newOperator(life.account, await exportedPolicies(life), region)
  return { ...life, ...names, accountId, ...life.account.clientsOf(operator, { region }) }
}

/** What is not of the estate: a refusal is one only where there is something. */
async function makeOthers(life: Life, bucket: string): Promise<void> {
  const { s3, ssm } = life.account.clients(region)
  const iam = iamOf(life)
  const AssumeRolePolicyDocument = '{"Version":"2012-10-17","Statement":[]}'
  for (const PolicyName of [boundaryName, 'other'])
    await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: anyPolicy }))
  await iam.send(new CreateRoleCommand({ RoleName: 'other', AssumeRolePolicyDocument }))
  await iam.send(new CreateGroupCommand({ GroupName: 'other' }))
  await life.account.createUser('ann')
  await ssm.send(new PutParameterCommand({ Name: '/security/other-stem/A', Value: 'x', Type: 'String' }))
  for (const Key of ['data', 'sec-provisioner/other-stem/a.yaml'])
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' }))
}

let place: Place
beforeAll(async () => {
  place = await makePlace()
})

describe('who holds what export-iam-policy writes', () => {
  it.each(callsWithin)('%s', async (_what, call) => {
    await call(place)
  })
})

describe('who holds what export-iam-policy writes is refused to', () => {
  it.each(callsBeside)('%s', async (_what, call) => {
    const refusal = await call(place).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ name: expect.stringMatching(/^AccessDenied(Exception)?$/) })
  })
})

import { CreateStackCommand, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation'
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import { envOf } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { openAws } from '../clients/open-aws.js'
import { bucketName } from './bucket-name.js'
import { removeAllTemplates } from './remove-templates.js'
import { digestOf, templateKey } from './template-key.js'
import { uploadTemplate } from './upload-template.js'

const server = testServer()
const region = 'eu-central-1'
const template = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } })

function open() {
  const account = server.newAccount()
  const { endpointUrl } = server
  const waiting = {
    nowMs: Date.now,
    sleep: () => Promise.resolve(),
    signal: new AbortController().signal,
  }
  const aws = openAws({ region, endpointUrl, env: envOf(account.root, region), waiting })
  const bucket = `templates-${account.accountId}`
  const place = { bucket, expectedBucketOwner: account.accountId }
  const upload = { ...place, region, dnsSuffix: 'amazonaws.com', endpointUrl, text: template }
  return { account, aws, bucket, place, upload }
}

describe('a template in a bucket', () => {
  it('is what CloudFormation reads at the address that was answered, and goes away again', async () => {
    const { account, aws, bucket, place, upload } = open()
    await account.createBucket(bucket, region)
    const key = templateKey('sec/acme/', digestOf(template), 'json')
    const { url } = await uploadTemplate(aws.objects, { ...upload, key })
    const { cloudformation, s3 } = account.clients()
    await cloudformation.send(new CreateStackCommand({ StackName: 'from-bucket', TemplateURL: url }))
    const found = await cloudformation.send(new DescribeStackResourcesCommand({ StackName: 'from-bucket' }))
    expect(found.StackResources?.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(['Topic'])
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'sec/acme/readme.txt', Body: 'x' }))
    expect(await removeAllTemplates(aws.objects, place, 'sec/acme/')).toEqual([key])
    expect(await aws.objects.listKeys(place, '')).toEqual(['sec/acme/readme.txt'])
  })

  it('is not uploaded to another region', async () => {
    const { account, aws, bucket, upload } = open()
    await account.createBucket(bucket, 'eu-west-3')
    const failed = uploadTemplate(aws.objects, { ...upload, key: 'sec/x.json' })
    await expect(failed).rejects.toMatchObject({
      code: 'AWS_BUCKET_ELSEWHERE',
      message: expect.stringContaining('eu-west-3'),
    })
    const { s3 } = account.clients('eu-west-3')
    expect((await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).KeyCount).toBe(0)
  })

  it('finds its bucket by a parameter', async () => {
    const { account, aws, bucket } = open()
    const { ssm } = account.clients()
    await ssm.send(new PutParameterCommand({ Name: '/s3/acme/Bucket', Value: bucket, Type: 'String' }))
    expect(await bucketName(aws.parameters, 'ssm:/s3/acme/Bucket')).toBe(bucket)
    const failed = bucketName(aws.parameters, 'ssm:/s3/acme/None')
    await expect(failed).rejects.toMatchObject({ code: 'BUCKET_PARAMETER_MISSING' })
  })
})

import { GetObjectCommand } from '@aws-sdk/client-s3'
import { type FaultProxy, startFaultProxy, type TestAccount } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ObjectApi, ObjectPlace } from '../ports.js'
import { serverAws } from './testing/server-aws.js'

const server = testServer()
let account: TestAccount
let proxy: FaultProxy
let objects: ObjectApi
let place: ObjectPlace

beforeEach(async () => {
  account = server.newAccount()
  proxy = await startFaultProxy(server.endpointUrl)
  objects = serverAws(proxy.endpointUrl, account.root).objects
  place = { bucket: `templates-${account.accountId}`, expectedBucketOwner: account.accountId }
  await account.createBucket(place.bucket)
})

afterEach(() => proxy.stop())

async function read(key: string): Promise<string | undefined> {
  const got = await account.clients().s3.send(new GetObjectCommand({ Bucket: place.bucket, Key: key }))
  return got.Body?.transformToString()
}

describe('an object', () => {
  it.each([
    { name: 'as it is', fault: undefined },
    { name: 'when the connection is cut before', fault: 'cut-before' as const },
    { name: 'when the connection is cut after', fault: 'cut-after' as const },
    { name: 'when the service is busy', fault: 'throttle' as const },
  ])('is put $name', async ({ fault }) => {
    if (fault) proxy.inject({ at: { call: 's3:PutObject' }, fault: { kind: fault } })
    await objects.putObject(place, 'sec/edge/ä b.yaml', 'Rësources: {}', 'application/yaml')
    expect(await read('sec/edge/ä b.yaml')).toBe('Rësources: {}')
  })

  it('is listed in every page and deleted, twice without a fault', async () => {
    const keys = Array.from({ length: 1_003 }, (_, index) => `sec/edge/${String(index).padStart(4, '0')}`)
    const rest = [...keys]
    const worker = async () => {
      for (let key = rest.pop(); key; key = rest.pop()) await objects.putObject(place, key, 'x', 'text/plain')
    }
    await Promise.all(Array.from({ length: 16 }, worker))
    await objects.putObject(place, 'other/1', 'x', 'text/plain')
    expect(await objects.listKeys(place, 'sec/edge/')).toEqual(keys)
    await objects.deleteObjects(place, keys)
    await objects.deleteObjects(place, keys.slice(0, 2))
    expect(await objects.listKeys(place, '')).toEqual(['other/1'])
    expect(proxy.calls.filter(({ call }) => call === 's3:DeleteObjects')).toHaveLength(3)
  })
})

describe('a bucket', () => {
  it.each(['us-east-1', 'eu-central-1'])('in %s is found there', async (region) => {
    const bucket = `${region}-${account.accountId}`
    await account.createBucket(bucket, region)
    expect(await objects.getBucketRegion({ ...place, bucket })).toBe(region)
  })

  it('that is missing is named', async () =>
    await expect(objects.getBucketRegion({ ...place, bucket: 'no-such-bucket-1' })).rejects.toMatchObject({
      code: 'AWS_BUCKET_MISSING',
      message: expect.stringContaining('no-such-bucket-1'),
    }))

  it('that refuses without a reason may have another owner', async () => {
    proxy.inject({
      at: { call: 's3:PutObject' },
      fault: { kind: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied' },
    })
    await expect(objects.putObject(place, 'k', 'x', 'text/plain')).rejects.toMatchObject({
      code: 'AWS_BUCKET_OWNER',
      message: expect.stringContaining(account.accountId),
    })
  })
})

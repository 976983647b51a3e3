import {
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { accessIssueKinds } from '../issues/access-issues.js'
import { awsError } from '../issues/aws-error.js'
import type { ObjectApi, ObjectPlace } from '../ports.js'
import { clientConfig } from './client-config.js'
import { inBatches, readPages } from './pages.js'
import { type Refusal, sendCall } from './send-call.js'
import type { AwsSession } from './session.js'

/** S3. Every call carries the expected owner of the bucket. */
export function createObjectApi(session: AwsSession): ObjectApi {
  const client = new S3Client({ ...clientConfig(session), forcePathStyle: isOwnEndpoint(session) })
  return {
    getBucketRegion: (place) => getBucketRegion(session, client, place),
    putObject: async (place, key, body, contentType) => {
      const command = new PutObjectCommand({
        ...inBucket(place),
        Key: key,
        Body: body,
        ContentType: contentType,
        ChecksumAlgorithm: 'SHA256',
      })
      await sendCall(session, 's3:PutObject', (options) => client.send(command, options), { place })
    },
    listKeys: (place, prefix) => listKeys(session, client, place, prefix),
    deleteObjects: async (place, keys) => {
      for (const batch of inBatches(keys, 1000)) await deleteBatch(session, client, place, batch)
    },
  }
}

/** Another server than AWS knows a bucket by its path, not by a host name of its own. */
function isOwnEndpoint({ options: { endpointUrl, env } }: AwsSession): boolean {
  return Boolean(endpointUrl || env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL)
}

function inBucket({ bucket, expectedBucketOwner }: ObjectPlace) {
  return { Bucket: bucket, ExpectedBucketOwner: expectedBucketOwner }
}

/** S3 answers nothing for its first region, `EU` for its second, and refuses with the region in any other's name. */
async function getBucketRegion(session: AwsSession, client: S3Client, place: ObjectPlace): Promise<string> {
  const command = new GetBucketLocationCommand(inBucket(place))
  const { LocationConstraint: found } = await sendCall(
    session,
    's3:GetBucketLocation',
    (options) => client.send(command, options),
    { place, recover: redirected },
  )
  if (!found) return 'us-east-1'
  return found === 'EU' ? 'eu-west-1' : found
}

function redirected({ code, bucketRegion }: Refusal) {
  const isRedirect = code === 'PermanentRedirect' || code === 'AuthorizationHeaderMalformed'
  return isRedirect && bucketRegion ? { LocationConstraint: bucketRegion } : undefined
}

async function listKeys(session: AwsSession, client: S3Client, place: ObjectPlace, prefix: string) {
  const objects = await readPages(async (ContinuationToken) => {
    const command = new ListObjectsV2Command({ ...inBucket(place), Prefix: prefix, ContinuationToken })
    const send = (options: { abortSignal: AbortSignal }) => client.send(command, options)
    const page = await sendCall(session, 's3:ListObjectsV2', send, { place })
    return { items: page.Contents, nextToken: page.NextContinuationToken }
  })
  return objects.map(({ Key }) => Key ?? '')
}

async function deleteBatch(
  session: AwsSession,
  client: S3Client,
  place: ObjectPlace,
  keys: readonly string[],
): Promise<void> {
  const command = new DeleteObjectsCommand({
    ...inBucket(place),
    Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
  })
  const send = (options: { abortSignal: AbortSignal }) => client.send(command, options)
  const { Errors = [] } = await sendCall(session, 's3:DeleteObjects', send, { place })
  const remaining = Errors.filter(({ Code }) => Code !== 'NoSuchKey')
  if (remaining.length === 0) return
  throw awsError(accessIssueKinds, 'AWS_OBJECTS_REMAIN', {
    bucket: place.bucket,
    keys: remaining.map(({ Key }) => Key ?? '').join(', '),
    reason: remaining[0]?.Code ?? '',
  })
}

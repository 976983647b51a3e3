import { accessIssueKinds } from '../issues/access-issues.js'
import { awsError } from '../issues/aws-error.js'
import type { ObjectApi, ObjectPlace } from '../ports.js'
import { type TemplateAddress, templateUrl } from './template-url.js'

/** A template on its way into a bucket of the stack's region. */
export interface TemplateUpload extends ObjectPlace, TemplateAddress {
  readonly text: string
}

/**
 * Puts a template into its bucket, after a look at the bucket's region; owner and checksum are checked by S3.
 *
 * @returns The address for `TemplateURL`.
 * @throws `AWS_BUCKET_ELSEWHERE` before anything is sent, and what the API throws.
 */
export async function uploadTemplate(
  api: Pick<ObjectApi, 'getBucketRegion' | 'putObject'>,
  upload: TemplateUpload,
): Promise<{ readonly url: string }> {
  const { bucket, expectedBucketOwner, region, key, text } = upload
  const place = { bucket, expectedBucketOwner }
  const found = await api.getBucketRegion(place)
  if (found !== region)
    throw awsError(accessIssueKinds, 'AWS_BUCKET_ELSEWHERE', { bucket, found, expected: region })
  await api.putObject(place, key, text, contentTypeOf(key))
  return { url: templateUrl(upload) }
}

function contentTypeOf(key: string): string {
  return key.endsWith('.json') ? 'application/json' : 'application/yaml'
}

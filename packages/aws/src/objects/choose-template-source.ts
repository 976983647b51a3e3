import { byteLength, type ProvisionerError } from '@sec/common'
import { awsError } from '../issues/aws-error.js'
import { storeIssueKinds } from '../issues/store-issues.js'

/** How large a template may be, in bytes of UTF-8. */
export interface TemplateLimits {
  readonly requestBytes: number
  readonly bucketBytes: number
}

/**
 * CloudFormation's own.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html | Quotas}
 */
export const templateLimits: TemplateLimits = { requestBytes: 51_200, bucketBytes: 1_048_576 }

/** The same template twice, and the bucket that may take it. */
export interface TemplateTexts {
  /** As it is wanted in the stack. */
  readonly text: string
  /** As JSON without white space; asked for only when it counts. */
  readonly minified: () => string
  readonly bucket?: string
  /** CloudFormation's own where nothing else is said. */
  readonly limits?: TemplateLimits
}

/** How a template gets to CloudFormation, or why it does not. */
export type TemplateChoice =
  | { readonly kind: 'inline'; readonly body: string; readonly bytes: number; readonly isMinified: boolean }
  | { readonly kind: 'upload'; readonly body: string; readonly bytes: number; readonly bucket: string }
  | { readonly kind: 'refused'; readonly error: ProvisionerError }

/**
 * Chooses how a template is sent: in the request as long as it fits, else through the bucket; without a bucket as
 * minified JSON in the request when that fits.
 *
 * @returns Refused with `DEPLOY_NEEDS_BUCKET` or `DEPLOY_TEMPLATE_TOO_LARGE`, as an error to throw or to show.
 */
export function chooseTemplateSource({
  text,
  minified,
  bucket,
  limits = templateLimits,
}: TemplateTexts): TemplateChoice {
  const bytes = byteLength(text)
  if (bytes <= limits.requestBytes) return { kind: 'inline', body: text, bytes, isMinified: false }
  if (bucket !== undefined) return throughBucket(text, bytes, bucket, limits.bucketBytes)
  return minifiedInline(minified(), bytes, limits.requestBytes)
}

function throughBucket(body: string, bytes: number, bucket: string, limitBytes: number): TemplateChoice {
  if (bytes <= limitBytes) return { kind: 'upload', body, bytes, bucket }
  return {
    kind: 'refused',
    error: awsError(storeIssueKinds, 'DEPLOY_TEMPLATE_TOO_LARGE', { bytes, limitBytes }, { kind: 'input' }),
  }
}

function minifiedInline(minified: string, bytes: number, limitBytes: number): TemplateChoice {
  const minifiedBytes = byteLength(minified)
  if (minifiedBytes <= limitBytes)
    return { kind: 'inline', body: minified, bytes: minifiedBytes, isMinified: true }
  const sizes = { bytes, minifiedBytes, limitBytes }
  return {
    kind: 'refused',
    error: awsError(storeIssueKinds, 'DEPLOY_NEEDS_BUCKET', sizes, { kind: 'input' }),
  }
}

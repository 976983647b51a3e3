import type { Conditions } from '@sec/common/iam'
import type { SecModel } from '../model/model.js'
import type { ResourceKind } from './aws-call.js'
import { templateBucketArn, templateKeyPrefix } from './resources.js'

/** What an action must meet on one kind of resource, apart from what fences roles and attachments in. */
export function conditionOf(action: string, kind: ResourceKind, model: SecModel): Conditions | undefined {
  const ownBucket = { StringEquals: { 'aws:ResourceAccount': model.identity.accountId } }
  if (action === 's3:ListBucket')
    return { ...ownBucket, StringLike: { 's3:prefix': `${templateKeyPrefix(model)}*` } }
  if (kind === 'template' || kind === 'template-bucket') return ownBucket
  if (kind === 'template-key') return throughBucket(model)
  if (kind === 'service-role')
    return { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } }
  return undefined
}

/**
 * A key has no name in a config. It is used through S3 alone, and for the templates of this stem alone: S3 binds
 * what it encrypts to the ARN of the object, or of the bucket where bucket keys are on.
 *
 * @see {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html | S3's encryption context}
 */
function throughBucket(model: SecModel): Conditions {
  const bucket = templateBucketArn(model)
  return {
    // The name ends like this in every partition.
    StringEquals: { 'kms:ViaService': `s3.${model.identity.region}.amazonaws.com` },
    StringLike: { 'kms:EncryptionContext:aws:s3:arn': [bucket, `${bucket}/${templateKeyPrefix(model)}*`] },
  }
}

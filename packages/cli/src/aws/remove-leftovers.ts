import { bucketName, removeAllTemplates, removeParameters } from '@sec/aws'
import { counted } from '@sec/common'
import { templateKeyPrefix } from '@sec/core'
import { parameterPath } from './publish.js'
import type { AwsRun } from './run.js'

/** Removes the parameters and the uploaded templates of this stem. */
export async function removeLeftovers(run: AwsRun): Promise<void> {
  const path = parameterPath(run)
  const names = await removeParameters(run.aws.parameters, path)
  const keys = await removeUploads(run)
  const { output } = run.context
  output.field('parameters', { path, written: 0, removed: names.length, unchanged: 0 })
  output.result(`${counted(names.length, 'parameter')} under ${path}/ removed`)
  if (keys.length > 0) output.result(`${counted(keys.length, 'uploaded template')} removed`)
}

async function removeUploads({ aws, model }: AwsRun): Promise<readonly string[]> {
  const { templateBucket } = model.deployment
  if (templateBucket === undefined) return []
  const bucket = await bucketName(aws.parameters, templateBucket)
  const place = { bucket, expectedBucketOwner: model.identity.accountId }
  return removeAllTemplates(aws.objects, place, templateKeyPrefix(model))
}

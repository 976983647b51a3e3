import {
  bucketName,
  chooseTemplateSource,
  digestOf,
  type ObjectPlace,
  removeTemplates,
  type TemplateChoice,
  type TemplateSource,
  templateKey,
  uploadTemplate,
} from '@sec/aws'
import { dnsSuffixOf, emitTemplate, type Partition, templateKeyPrefix } from '@sec/core'
import type { AwsRun } from './run.js'

/** A template on its way: where CloudFormation finds it, and how it is taken away again. */
export interface SentTemplate {
  readonly source: TemplateSource
  readonly remove: () => Promise<void>
}

type Chosen = Exclude<TemplateChoice, { readonly kind: 'refused' }>

/** Into the request, or through the bucket: follows from sizes and the config alone. */
export function chooseSource({ model, template, text }: Pick<AwsRun, 'model' | 'template' | 'text'>): Chosen {
  const { templateBucket } = model.deployment
  const choice = chooseTemplateSource({
    text,
    minified: () => emitTemplate(template, 'json-min'),
    ...(templateBucket !== undefined && { bucket: templateBucket }),
  })
  if (choice.kind === 'refused') throw choice.error
  return choice
}

/** The key of the run's template: its digest, and the run's id, so that no run takes away what another one needs. */
export function keyOf(run: Pick<AwsRun, 'model' | 'text' | 'options' | 'id'>): string {
  const digest = `${digestOf(run.text)}-${run.id}`
  return templateKey(
    templateKeyPrefix(run.model),
    digest,
    run.options.templateFormat === 'yaml' ? 'yaml' : 'json',
  )
}

/** Makes the template reachable for CloudFormation; what an interruption leaves is removed at once. */
export async function sendTemplate(run: AwsRun): Promise<SentTemplate> {
  const choice = chooseSource(run)
  if (choice.kind === 'inline')
    return { source: { kind: 'body', body: choice.body }, remove: async () => undefined }
  const bucket = await bucketName(run.aws.parameters, choice.bucket)
  const place = { bucket, expectedBucketOwner: run.model.identity.accountId }
  const key = keyOf(run)
  const remove = () => removeTemplates(run.aws.objects, place, [key])
  try {
    return { source: { kind: 'url', url: await upload(run, place, key) }, remove }
  } catch (error) {
    await removeInterrupted(run, remove)
    throw error
  }
}

async function upload(
  { aws, model, options, text, context }: AwsRun,
  place: ObjectPlace,
  key: string,
): Promise<string> {
  const { region, partition } = model.identity
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = context.env
  // As the client of the SDK finds it.
  const endpointUrl = options.endpointUrl || AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL
  const { url } = await uploadTemplate(aws.objects, {
    ...place,
    ...(endpointUrl && { endpointUrl }),
    key,
    region,
    dnsSuffix: dnsSuffixOf(partition as Partition),
    text,
  })
  context.output.detail(`the template is at ${url}`)
  return url
}

/** An upload that was cut off may have arrived all the same. */
async function removeInterrupted({ shield, context }: AwsRun, remove: () => Promise<void>): Promise<void> {
  if (!context.signal.aborted) return
  shield.raise()
  await remove()
}

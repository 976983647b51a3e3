import { byteLength } from '@sec/common'
import { withThousands } from '@sec/common/cli'
import { templateLimits } from '@sec/core'
import { chooseSource, keyOf } from '../aws/template-upload.js'
import { type CallMaker, decision, under } from './call-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'

/** How the template gets to CloudFormation. */
export interface PlannedTemplate {
  readonly steps: readonly PlanStep[]
  /** Bytes that go into the request of the change set; 0 where a bucket has the template. */
  readonly inlineBytes: number
  /** Where the template is put; absent where it goes inline. */
  readonly place?: { readonly bucket: string; readonly key: string }
}

/**
 * Plans the way of the template.
 *
 * @throws What the choice is refused with: a template that is too large, or has no bucket.
 */
export function planTemplate(call: CallMaker, run: PlanRun): PlannedTemplate {
  const choice = chooseSource(run)
  const bytes = withThousands(byteLength(run.text))
  const limit = withThousands(templateLimits.requestBytes)
  if (choice.kind === 'upload') return upload(call, run, choice, keyOf(run))
  const isAsWritten = choice.body === run.text
  const text = isAsWritten
    ? `the template goes inline: it has ${bytes} bytes, and a request takes ${limit}`
    : `the template goes inline as minified JSON, ${withThousands(choice.bytes)} bytes: as written it has ${bytes}, a request takes ${limit}, and the config names no template_bucket`
  return { steps: [decision(text)], inlineBytes: choice.bytes }
}

function upload(
  call: CallMaker,
  { text }: PlanRun,
  { bucket: given }: { readonly bucket: string },
  key: string,
): PlannedTemplate {
  const { parameter, where } = placeOf(given)
  const bytes = byteLength(text)
  const limit = withThousands(templateLimits.requestBytes)
  return {
    steps: [
      decision(
        `the template goes through ${where}: it has ${withThousands(bytes)} bytes, and a request takes ${limit}`,
      ),
      ...(parameter === undefined ? [] : call('uploadTemplate', 'ssm:GetParameter', parameter)),
      ...call('uploadTemplate', 's3:GetBucketLocation', where),
      ...call('uploadTemplate', 's3:PutObject', `${key} in ${where}`, { bytes }),
    ],
    inlineBytes: 0,
    place: { bucket: where, key },
  }
}

/** Takes the template out of the bucket again, where it went there. */
export function removeTemplateSteps(call: CallMaker, { place }: PlannedTemplate): readonly PlanStep[] {
  return place ? call('removeTemplate', 's3:DeleteObjects', `${place.key} in ${place.bucket}`) : []
}

/** Takes every uploaded template of the stem away, where the config names a bucket. */
export function removeAllTemplateSteps(
  call: CallMaker,
  { model }: PlanRun,
  prefix: string,
): readonly PlanStep[] {
  const { templateBucket } = model.deployment
  if (templateBucket === undefined) return []
  const { parameter, where } = placeOf(templateBucket)
  return [
    ...(parameter === undefined ? [] : call('removeAllTemplates', 'ssm:GetParameter', parameter)),
    ...call('removeAllTemplates', 's3:ListObjectsV2', `${prefix}* in ${where}`),
    ...under('if there are any', call('removeAllTemplates', 's3:DeleteObjects', `${prefix}* in ${where}`)),
  ]
}

/** The bucket in words; its name, or the parameter that holds it. */
function placeOf(given: string): { readonly parameter?: string; readonly where: string } {
  if (!given.startsWith('ssm:')) return { where: `the bucket ${given}` }
  const parameter = given.slice('ssm:'.length)
  return { parameter, where: `the bucket that the parameter ${parameter} names` }
}

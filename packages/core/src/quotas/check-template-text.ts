import { byteLength, type Issue } from '@sec/common'
import { emitTemplate } from '../emit/emit-template.js'
import type { Template } from '../generate/template.js'
import { templateLimits } from '../limits/template-limits.js'
import type { SecModel } from '../model/model.js'
import { overLimit } from './over-limit.js'

/**
 * Whether CloudFormation takes the finished text, and by which way.
 *
 * @param text - The template as it is written to a file.
 */
export function checkTemplateText(model: SecModel, template: Template, text: string): Issue[] {
  const { bucketBytes, requestBytes } = templateLimits
  const bytes = byteLength(text)
  if (bytes > bucketBytes) return checkBytes(bytes, bucketBytes, 'QUOTA_TEMPLATE_BYTES', 'security')
  if (bytes <= requestBytes || model.deployment.templateBucket !== undefined) return []
  const minifiedBytes = byteLength(emitTemplate(template, 'json-min'))
  return checkBytes(minifiedBytes, requestBytes, 'TEMPLATE_NEEDS_BUCKET', 'deployment')
}

function checkBytes(
  bytes: number,
  limitBytes: number,
  code: 'QUOTA_TEMPLATE_BYTES' | 'TEMPLATE_NEEDS_BUCKET',
  section: string,
): Issue[] {
  return overLimit([bytes, limitBytes], code, [section], { bytes, limitBytes })
}

import { byteLength, type Issue } from '@sec/common'
import { configIssue } from '../config/issues/config-issues.js'
import { emitTemplate } from '../emit/emit-template.js'
import type { Template } from '../generate/template.js'
import { templateLimits } from '../limits/template-limits.js'
import type { SecModel } from '../model/model.js'

/**
 * Whether CloudFormation takes the finished text, and by which way.
 *
 * @param text - The template as it is written to a file.
 */
export function checkTemplateText(model: SecModel, template: Template, text: string): Issue[] {
  const bytes = byteLength(text)
  const place = { anchor: 'key' } as const
  if (bytes > templateLimits.bucketBytes) {
    return [
      configIssue(
        'QUOTA_TEMPLATE_BYTES',
        ['security'],
        { bytes, limitBytes: templateLimits.bucketBytes },
        place,
      ),
    ]
  }
  if (bytes <= templateLimits.requestBytes || model.deployment.templateBucket !== undefined) return []
  const minified = byteLength(emitTemplate(template, 'json-min'))
  if (minified <= templateLimits.requestBytes) return []
  return [
    configIssue(
      'TEMPLATE_NEEDS_BUCKET',
      ['deployment'],
      { bytes: minified, limitBytes: templateLimits.requestBytes },
      place,
    ),
  ]
}

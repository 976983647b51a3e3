import { loadTemplate, parseJson } from '@sec/common'
import { isMap } from '@sec/common/iam'
import type { Template } from '../generate/template.js'
import { templateLimits } from '../limits/template-limits.js'

/**
 * Reads a template that CloudFormation has kept: YAML, JSON or minified JSON, written by this program or not.
 *
 * @returns Sections and properties that are missing are empty; others stay as they are. Undefined where the text
 *   cannot be read, or has no resources with a type.
 */
export function parseDeployedTemplate(text: string): Template | undefined {
  const value =
    parseQuickly(text) ?? loadTemplate({ file: 'template', text }, templateLimits.bucketBytes).value
  if (!isMap(value) || !isMap(value.Resources)) return undefined
  const resources = Object.entries(value.Resources).map(([logicalId, item]) => [logicalId, toResource(item)])
  if (resources.some(([, resource]) => resource === undefined)) return undefined
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    ...value,
    Description: typeof value.Description === 'string' ? value.Description : '',
    Resources: Object.fromEntries(resources),
    Outputs: isMap(value.Outputs) ? (value.Outputs as Template['Outputs']) : {},
  }
}

/** JSON is YAML too, but a hundred times quicker to read as what it is. */
function parseQuickly(text: string): unknown {
  return text.trimStart().startsWith('{') ? parseJson(text) : undefined
}

function toResource(value: unknown): unknown {
  if (!isMap(value) || typeof value.Type !== 'string') return undefined
  if (value.Properties !== undefined && !isMap(value.Properties)) return undefined
  return { Properties: {}, ...value }
}

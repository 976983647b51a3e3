import type { Issue, IssuePath } from '@sec/common'
import { describeValue, isMap } from '@sec/common/iam'
import { templateLimits } from '../../limits/template-limits.js'
import { templateIssue } from '../issues/template-issues.js'
import type { TemplateView } from '../read/template-view.js'

/** Checks that mappings have two levels of keys, then a plain value. */
export function checkMappings({ sections, freedom }: TemplateView): Issue[] {
  // Loops and includes may stand in mappings.
  if (freedom.isOpen || freedom.loopNames.length > 0) return []
  return [...sections.Mappings].flatMap(([name, mapping]) =>
    checkLevel(mapping, ['Mappings', name], 'a map of first-level keys', (keys, path) =>
      checkLevel(keys, path, 'a map of second-level keys', checkLeaf),
    ),
  )
}

function checkLevel(
  value: unknown,
  path: IssuePath,
  expected: string,
  below: (value: unknown, path: IssuePath) => Issue[],
): Issue[] {
  if (value === null) return []
  if (!isMap(value)) return [mappingIssue(value, expected, path)]
  const keys = Object.keys(value).filter((key) => !key.startsWith('Fn::'))
  return [...keys.flatMap((key) => below(value[key], [...path, key])), ...checkCount(keys, path)]
}

function checkCount(keys: readonly string[], path: IssuePath): Issue[] {
  const { mappingKeys: limit } = templateLimits
  const first = keys[limit]
  if (first === undefined) return []
  const args = { what: 'keys in one mapping', count: keys.length, limit }
  return [templateIssue('TEMPLATE_TOO_MANY', [...path, first], args, { anchor: 'key' })]
}

function checkLeaf(value: unknown, path: IssuePath): Issue[] {
  const isFine = value === null || [value].flat().every((item) => !isMap(item))
  return isFine ? [] : [mappingIssue(value, 'a text, number, boolean or list', path)]
}

function mappingIssue(value: unknown, expected: string, path: IssuePath): Issue {
  return templateIssue('TEMPLATE_MAPPING', path, { found: describeValue(value), expected })
}

import type { Issue, IssuePath } from '@sec/common'
import { describeValue, isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { isMisspelled } from '../read/misspelled.js'
import type { Entries, TemplateView } from '../read/template-view.js'

/** An entry that must be a map: the map, or the issue. Null has an issue of its own. */
export function readMap(value: unknown, what: string, path: IssuePath): Entries | readonly Issue[] {
  if (isMap(value)) return value
  return value === null || value === undefined ? [] : [wrongShape(value, what, 'a map', path)]
}

export function wrongShape(value: unknown, what: string, expected: string, path: IssuePath): Issue {
  return templateIssue('TEMPLATE_WRONG_SHAPE', path, { what, found: describeValue(value), expected })
}

/** Keys that are none of the known ones; functions beside them are somebody else's matter. */
export function unknownKeys(
  entries: Entries,
  { what, known, path }: { what: string; known: readonly string[]; path: IssuePath },
  view: TemplateView,
): Issue[] {
  return Object.keys(entries)
    .filter((key) => !known.includes(key) && !key.startsWith('Fn::'))
    .map((key) => {
      const args = { found: quoted(key), what, nearest: view.nearest(key, known) }
      return templateIssue('TEMPLATE_KEY_UNKNOWN', [...path, key], args, { anchor: 'key' })
    })
}

/** The issue of a key that a map lacks, unless a misspelling of it stands there. */
export function missingKey(
  entries: Entries,
  key: string,
  { what, known, path }: { what: string; known: readonly string[]; path: IssuePath },
): Issue[] {
  if (key in entries || isMisspelled(entries, key, known)) return []
  return [templateIssue('TEMPLATE_KEY_MISSING', path, { what, key }, { anchor: 'key' })]
}

/** Texts that must be plain: CloudFormation evaluates no function in descriptions. */
export function checkPlainText(value: unknown, what: string, path: IssuePath): Issue[] {
  const isFine = value === undefined || value === null || typeof value !== 'object'
  return isFine ? [] : [wrongShape(value, what, 'a text', path)]
}

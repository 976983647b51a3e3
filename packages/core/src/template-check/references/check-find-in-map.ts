import type { Issue } from '@sec/common'
import { isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { LocatedCall } from '../read/calls.js'
import { mayBeAdded } from '../read/freedom.js'
import type { Entries, TemplateView } from '../read/template-view.js'

/** Checks that mappings and keys which Fn::FindInMap names literally exist. */
export function checkFindInMap(view: TemplateView): Issue[] {
  if (view.freedom.isOpen || view.freedom.loopNames.length > 0) return []
  return view.calls.flatMap((call) => (call.name === 'Fn::FindInMap' ? checkCall(call, view) : []))
}

function checkCall({ argument, path, loopVariables }: LocatedCall, view: TemplateView): Issue[] {
  if (!Array.isArray(argument) || argument.length !== 3 || loopVariables.length > 0) return []
  const [name, first, second] = argument as [unknown, unknown, unknown]
  if (typeof name !== 'string') return []
  const mapping = view.sections.Mappings.get(name)
  if (mapping === undefined && !mayBeAdded(name, view.freedom)) {
    const args = { found: quoted(name), nearest: view.nearest(name, [...view.sections.Mappings.keys()]) }
    return [templateIssue('TEMPLATE_UNKNOWN_MAPPING', [...path, 0], args)]
  }
  if (!isMap(mapping)) return []
  const missing = { mapping: name, nearest: view.nearest }
  if (isText(first) && !Object.hasOwn(mapping, first))
    return [unknownKey(first, Object.keys(mapping), [...path, 1], missing)]
  const keys = secondKeys(mapping, first)
  return isText(second) && !keys.includes(second) ? [unknownKey(second, keys, [...path, 2], missing)] : []
}

/** Keys are compared as texts: YAML makes numbers of account ids. */
function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Second-level keys below a first-level key; below all of them when it is computed. */
function secondKeys(mapping: Entries, first: unknown): string[] {
  const levels = isText(first) ? [mapping[first]] : Object.values(mapping)
  return levels.flatMap((level) => (isMap(level) ? Object.keys(level) : []))
}

function unknownKey(
  found: string,
  known: readonly string[],
  path: LocatedCall['path'],
  { mapping, nearest }: { mapping: string; nearest: TemplateView['nearest'] },
): Issue {
  const args = { found: quoted(found), mapping, nearest: nearest(found, known) }
  return templateIssue('TEMPLATE_UNKNOWN_MAP_KEY', path, args)
}

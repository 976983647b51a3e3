import type { IamRole } from '@sec/common/iam'
import type { DriftDifference, DriftSubject } from './drift-finding.js'

type Tagged = Pick<IamRole, 'tags'>

/** A tag may decide about access, where a policy asks for it: here nobody can tell. */
const effect = 'other'

/** Tags of AWS are none of the template's. */
export function compareTags(
  { tags: expected }: Tagged,
  { tags: found }: Tagged,
  subject: DriftSubject,
): readonly DriftDifference[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])]
  return keys
    .filter((key) => !key.toLowerCase().startsWith('aws:'))
    .sort()
    .flatMap((key) => compareTag(key, tagIn(expected, key), tagIn(found, key), subject))
}

function compareTag(
  key: string,
  expected: string | undefined,
  found: string | undefined,
  subject: DriftSubject,
): readonly DriftDifference[] {
  if (expected === found) return []
  if (expected === undefined)
    return found === undefined ? [] : [{ kind: 'tag-added', subject, effect, key, found }]
  if (found === undefined) return [{ kind: 'tag-removed', subject, effect, key, expected }]
  return [{ kind: 'tag-changed', subject, effect, key, expected, found }]
}

function tagIn(tags: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(tags, key) ? tags[key] : undefined
}

import type { DriftDifference, DriftSubject } from './drift-finding.js'

interface Pathed {
  readonly path: string
}

/** The path is part of the ARN, so whatever names the old ARN fits no more. */
export function comparePath(
  expected: Pathed,
  found: Pathed,
  subject: DriftSubject,
): readonly DriftDifference[] {
  if (expected.path === found.path) return []
  return [{ kind: 'changed-path', subject, effect: 'other', expected: expected.path, found: found.path }]
}

interface Described {
  readonly description: string
}

export function compareDescription(
  expected: Described,
  found: Described,
  subject: DriftSubject,
): readonly DriftDifference[] {
  if (expected.description === found.description) return []
  const values = { expected: expected.description, found: found.description }
  return [{ kind: 'changed-description', subject, effect: 'cosmetic', ...values }]
}

interface Sessions {
  readonly maxSessionSeconds: number
}

/** A longer session keeps working longer after a person has lost the role. */
export function compareSessionLength(
  expected: Sessions,
  found: Sessions,
  subject: DriftSubject,
): readonly DriftDifference[] {
  const values = { expected: expected.maxSessionSeconds, found: found.maxSessionSeconds }
  if (values.expected === values.found) return []
  const effect = values.found > values.expected ? 'wider' : 'narrower'
  return [{ kind: 'changed-session-length', subject, effect, ...values }]
}

import type { Issue, IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'

/**
 * Takes out of a value what the shape check found fault with, so that the other rules see only values of the
 * right type and report nothing that follows from a fault already reported. Absent keys stay absent.
 *
 * @returns A copy; only the changed maps and lists are new. Items taken out of a list leave `undefined` behind,
 *   so that the positions of the others stay true.
 */
export function pruneFaults(value: unknown, issues: readonly Issue[]): unknown {
  if (issues.length === 0) return value
  return withoutNulls(issues.filter(isAtItself).reduce((rest, issue) => without(rest, issue.path), value))
}

/** Keys without a value that nothing was said about: what should stand under them was reported in another place. */
function withoutNulls(value: unknown, depth = 0): unknown {
  if (!isMap(value) || depth > 2) return value
  const entries = Object.entries(value).filter(([, item]) => item !== null)
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item, depth + 1)]))
}

/** A missing key is a fault of nothing that is there. */
function isAtItself(issue: Issue): boolean {
  return issue.code !== 'MISSING_KEY' && issue.path.length > 0
}

function without(value: unknown, path: IssuePath): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      index !== step ? item : rest.length === 0 ? undefined : without(item, rest),
    )
  }
  const map = value as Readonly<Record<string, unknown>>
  if (!Object.hasOwn(map, step)) return value
  if (rest.length > 0) return { ...map, [step]: without(map[step], rest) }
  const { [step]: _faulty, ...others } = map
  return others
}

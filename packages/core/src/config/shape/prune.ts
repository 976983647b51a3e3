import type { Issue } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type PathTree, pathTree } from '../path-tree.js'

/**
 * Takes out of a value what the shape check found fault with, so that the other rules see only values of the
 * right type and report nothing that follows from a fault already reported. Absent keys stay absent.
 *
 * @returns A copy; only the changed maps and lists are new. Items taken out of a list leave `undefined` behind,
 *   so that the positions of the others stay true.
 */
export function pruneFaults(value: unknown, issues: readonly Issue[]): unknown {
  if (issues.length === 0) return value
  return withoutNulls(without(value, pathTree(issues.filter(isAtItself).map(({ path }) => path))))
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

/** All faults of a map in one copy: a copy for each would take a time that grows with their square. */
function without(value: unknown, { next }: PathTree): unknown {
  if (next.size === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item, index) => pruned(item, next.get(index)))
  const entries = Object.entries(value).filter(([key]) => next.get(key)?.isEnd !== true)
  return Object.fromEntries(entries.map(([key, item]) => [key, pruned(item, next.get(key))]))
}

function pruned(item: unknown, faults: PathTree | undefined): unknown {
  if (faults === undefined) return item
  return faults.isEnd ? undefined : without(item, faults)
}

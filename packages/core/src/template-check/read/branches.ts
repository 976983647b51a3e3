import type { IssuePath } from '@sec/common'
import { callOf, isNoValue } from './call.js'

/** A value that may come to stand at a place, and where it is written. */
export interface Branch {
  readonly value: unknown
  readonly path: IssuePath
  /** True when an Fn::If decides whether it stands there. */
  readonly isConditional: boolean
}

/**
 * The values that may stand at a place: the value itself, or what the branches of Fn::If hold. Branches that leave
 * the entry out are left out.
 */
export function branchesOf(value: unknown, path: IssuePath, isConditional = false): Branch[] {
  if (value === null || value === undefined || isNoValue(value)) return []
  const call = callOf(value)
  if (call?.name !== 'Fn::If') return [{ value, path, isConditional }]
  if (!Array.isArray(call.argument)) return []
  return call.argument
    .slice(1, 3)
    .flatMap((branch, index) => branchesOf(branch, [...path, 'Fn::If', index + 1], true))
}

/** The items of a list that may stand at a place; a single value counts as a list of one. */
export function itemsOf(value: unknown, path: IssuePath): Branch[] {
  return branchesOf(value, path).flatMap((branch) => {
    if (!Array.isArray(branch.value)) return [branch]
    return branch.value.flatMap((item, index) =>
      branchesOf(item, [...branch.path, index], branch.isConditional),
    )
  })
}

/** A text that stands as it is: not a dynamic reference, and not (in a loop) a text with a loop's variable. */
export function isLiteralText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('{{resolve:')
}

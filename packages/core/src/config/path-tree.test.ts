import type { IssuePath } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { pathTree, reaches, touches } from './path-tree.js'

const tree = pathTree([['security', 'iam_groups', 'one'], ['tags'], ['security', 'list', 2]])

describe('a tree of paths', () => {
  const cases: readonly (readonly [string, IssuePath, boolean, boolean])[] = [
    ['one of its paths', ['tags'], true, true],
    ['what stands below one', ['security', 'iam_groups', 'one', 'description'], true, true],
    ['what stands above one', ['security', 'iam_groups'], false, true],
    ['the top', [], false, true],
    ['what stands beside one', ['security', 'iam_groups', 'two'], false, false],
    ['what begins like one', ['tag'], false, false],
    ['an item of a list', ['security', 'list', 2], true, true],
    ['another item', ['security', 'list', 1], false, false],
    ['a key that looks like the item', ['security', 'list', '2'], false, false],
  ]

  it.each(cases)('knows %s', (_what, path, isReached, isTouched) => {
    expect(reaches(tree, path)).toBe(isReached)
    expect(touches(tree, path)).toBe(isTouched)
  })

  it('without a path touches nothing, with the empty path everything', () => {
    expect(touches(pathTree([]), [])).toBe(false)
    expect(reaches(pathTree([[]]), ['security'])).toBe(true)
  })
})

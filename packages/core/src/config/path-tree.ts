import type { IssuePath } from '@sec/common'

/** Paths by their steps, so that one of them is found without a look at all the others. */
export interface PathTree {
  /** True where a path of the tree ends. */
  readonly isEnd: boolean
  readonly next: ReadonlyMap<string | number, PathTree>
}

interface Branch extends PathTree {
  isEnd: boolean
  readonly next: Map<string | number, Branch>
}

export function pathTree(paths: readonly IssuePath[]): PathTree {
  const top = branch()
  for (const path of paths) growing(top, path).isEnd = true
  return top
}

/** True when a path of the tree is this one or stands above it. */
export function reaches(tree: PathTree, path: IssuePath): boolean {
  return walk(tree, path)?.isEnd === true
}

/** True when a path of the tree is this one, or stands above or below it. */
export function touches(tree: PathTree, path: IssuePath): boolean {
  const last = walk(tree, path)
  return last !== undefined && (last.isEnd || last.next.size > 0)
}

/** The first end on the way, else what the way leads to. */
function walk(tree: PathTree, path: IssuePath): PathTree | undefined {
  let at: PathTree | undefined = tree
  for (const step of path) {
    if (at === undefined || at.isEnd) return at
    at = at.next.get(step)
  }
  return at
}

function growing(top: Branch, path: IssuePath): Branch {
  let at = top
  for (const step of path) {
    const next = at.next.get(step) ?? branch()
    at.next.set(step, next)
    at = next
  }
  return at
}

function branch(): Branch {
  return { isEnd: false, next: new Map() }
}

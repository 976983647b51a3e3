import type { Issue, IssuePath } from '@sec/common'
import { pathTree, reaches, touches } from '../path-tree.js'

/** What is known to be wrong before the rules look: what depends on it is not judged, so that no cause is told twice. */
export interface KnownFaults {
  /** True when a fault is known at, above or below the path. */
  readonly isFaulty: (path: IssuePath) => boolean
  /** True when a fault is known at or above the path: what was meant there is not known at all. */
  readonly isLost: (path: IssuePath) => boolean
}

export function knownFaults(issues: readonly Issue[]): KnownFaults {
  const faults = pathTree(issues.flatMap(pathsOf))
  return {
    isFaulty: (path) => touches(faults, path),
    isLost: (path) => reaches(faults, path),
  }
}

/** A missing key is a fault of the place where it should stand, a misspelt one also of the place of the right one. */
function pathsOf({ code, path, args }: Issue): IssuePath[] {
  if (code === 'MISSING_KEY') return [[...path, String(args.key)]]
  if (code === 'UNKNOWN_KEY' && args.meant !== undefined)
    return [path, [...path.slice(0, -1), String(args.meant)]]
  return args.section === undefined ? [path] : [path, [String(args.section), String(args.key)]]
}

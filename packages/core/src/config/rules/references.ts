import type { IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type EntryKind, entryKinds } from '../../names/tier.js'

/** A name in a list or key that points at an entry. */
export interface Reference {
  readonly name: string
  /** Kinds of entries that it may point at. */
  readonly kinds: readonly EntryKind[]
  /** The list or key that holds it. */
  readonly path: IssuePath
}

type Raw = Readonly<Record<string, unknown>>

/** Which keys of entries hold names of other entries. */
const referenceKeys: readonly (readonly [EntryKind, string, readonly EntryKind[]])[] = [
  ['iam_groups', 'assumable_roles', ['assumable_roles']],
  ['assumable_roles', 'assumable_by', ['iam_groups']],
  ['assumable_roles', 'mirrors_group', ['iam_groups']],
  ['service_roles', 'passable_by', entryKinds],
]

/** Every name that points at an entry, in a config as it was written. */
export function referencesIn(raw: Raw): Reference[] {
  const security = mapOf(raw.security)
  const ofEntries = referenceKeys.flatMap(([owners, key, kinds]) =>
    Object.entries(mapOf(security[owners])).flatMap(([owner, entry]) =>
      namesUnder(mapOf(entry)[key], kinds, ['security', owners, owner, key]),
    ),
  )
  const ofProfiles = Object.entries(mapOf(security.security_profiles)).flatMap(([version, profile]) =>
    entryKinds.flatMap((kind) =>
      namesUnder(mapOf(profile)[kind], [kind], ['security', 'security_profiles', version, kind]),
    ),
  )
  return [...ofEntries, ...ofProfiles]
}

function mapOf(value: unknown): Raw {
  return isMap(value) ? value : {}
}

function namesUnder(value: unknown, kinds: readonly EntryKind[], path: IssuePath): Reference[] {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value]
  return names.flatMap((name) => (typeof name === 'string' ? [{ name, kinds, path }] : []))
}

import type { SecConfig } from './schema/sec-config.js'

/** What remains of a type when any part of it may be absent. */
type Loose<T> = T extends readonly (infer Item)[]
  ? readonly (Loose<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Loose<T[Key]> | undefined }
    : T

/**
 * A config in which every part that is there has the right type, and any part may be absent: what the shape
 * check leaves when it has taken out what it found fault with.
 */
export type LooseConfig = Loose<SecConfig>

type Entries<Kind extends keyof NonNullable<LooseConfig['security']>> = NonNullable<
  NonNullable<LooseConfig['security']>[Kind]
>

type LooseGroup = NonNullable<Entries<'iam_groups'>[string]>
export type LooseAssumableRole = NonNullable<Entries<'assumable_roles'>[string]>
export type LooseCrossAccountRole = NonNullable<Entries<'cross_account_roles'>[string]>

/** What the four kinds of entries have in common. */
export type LooseEntry = Pick<
  LooseGroup,
  'description' | 'managed_policies' | 'policy_assignments' | 'statements'
>

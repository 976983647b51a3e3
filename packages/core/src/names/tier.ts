/** The tiers and what each one caps; `undefined` is open up to IAM's quotas. */
export const tiers = {
  startup: {
    version: 'startup-5',
    caps: { iam_groups: 5, service_roles: 4, assumable_roles: 1, cross_account_roles: 0 },
  },
  medium: {
    version: 'medium-10',
    caps: { iam_groups: 10, service_roles: 5, assumable_roles: 6, cross_account_roles: 1 },
  },
  enterprise: {
    version: 'enterprise-12',
    caps: {
      iam_groups: undefined,
      service_roles: undefined,
      assumable_roles: undefined,
      cross_account_roles: undefined,
    },
  },
} as const

export type TierName = keyof typeof tiers
export type TierVersion = (typeof tiers)[TierName]['version']

/** The four kinds of entries under `security`, in the order in which they are written. */
export const entryKinds = ['iam_groups', 'service_roles', 'assumable_roles', 'cross_account_roles'] as const
export type EntryKind = (typeof entryKinds)[number]

export const tierNames = Object.keys(tiers) as TierName[]
export const tierVersions = tierNames.map((name) => tiers[name].version)

/** Each of the owners has each of the policies, both as ARNs. */
export interface Share {
  readonly owners: readonly string[]
  readonly policies: readonly string[]
}

/** About what a statement takes that attaches, apart from its two lists. */
const statementCharacters = 130

/**
 * The same pairs of owner and policy in shares that hold these pairs and no other: one for each set of policies
 * that owners have, or one for each set of owners that policies have, whichever takes fewer characters.
 */
export function fewestShares(shares: readonly Share[]): readonly Share[] {
  const bySets = merged(shares)
  const byOwners = merged(onePerPolicy(shares).map(turned)).map(turned)
  return charactersOf(byOwners) < charactersOf(bySets) ? byOwners : bySets
}

/** Shares of the same policies become one. */
function merged(shares: readonly Share[]): readonly Share[] {
  const all = new Map<string, Share>()
  for (const { owners, policies } of shares) {
    const key = JSON.stringify(policies)
    all.set(key, { owners: [...(all.get(key)?.owners ?? []), ...owners], policies })
  }
  return [...all.values()]
}

function onePerPolicy(shares: readonly Share[]): readonly Share[] {
  const policies = [...new Set(shares.flatMap((share) => share.policies))].sort()
  return policies.map((policy) => ({
    owners: shares.filter((share) => share.policies.includes(policy)).flatMap(({ owners }) => owners),
    policies: [policy],
  }))
}

function turned({ owners, policies }: Share): Share {
  return { owners: policies, policies: owners }
}

function charactersOf(shares: readonly Share[]): number {
  return JSON.stringify(shares).length + shares.length * statementCharacters
}

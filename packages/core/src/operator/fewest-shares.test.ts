import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestShares, type Share } from './fewest-shares.js'

const pairsOf = (shares: readonly Share[]) =>
  shares
    .flatMap(({ owners, policies }) =>
      owners.flatMap((owner) => policies.map((policy) => `${owner} ${policy}`)),
    )
    .sort()

const policies = fc.subarray(['audit', 'billing', 'logs', 'read'], { minLength: 1 })
const oneEach = (sets: readonly (readonly string[])[]): Share[] =>
  sets.map((set, index) => ({ owners: [`owner${index}`], policies: set }))

describe('fewestShares', () => {
  it('keeps every pair of owner and policy, once, and adds none', () => {
    fc.assert(
      fc.property(fc.array(policies, { maxLength: 6 }).map(oneEach), (shares) => {
        expect(pairsOf(fewestShares(shares))).toEqual(pairsOf(shares))
      }),
    )
  })

  it('takes owners of the same policies together', () => {
    expect(fewestShares(oneEach([['audit', 'read'], ['logs'], ['audit', 'read']]))).toEqual([
      { owners: ['owner0', 'owner2'], policies: ['audit', 'read'] },
      { owners: ['owner1'], policies: ['logs'] },
    ])
  })

  it('goes by policy where sets of policies would take more shares', () => {
    expect(fewestShares(oneEach([['audit'], ['logs'], ['audit', 'logs']]))).toEqual([
      { owners: ['owner0', 'owner2'], policies: ['audit'] },
      { owners: ['owner1', 'owner2'], policies: ['logs'] },
    ])
  })

  it('takes policies of the same owners together', () => {
    expect(fewestShares(oneEach([['audit', 'logs'], ['read'], ['audit', 'logs', 'read']]))).toEqual([
      { owners: ['owner0', 'owner2'], policies: ['audit', 'logs'] },
      { owners: ['owner1', 'owner2'], policies: ['read'] },
    ])
  })

  it('makes nothing of nothing', () => expect(fewestShares([])).toEqual([]))
})

import { expect, it } from 'vitest'
import { tierNames, tierOfVersion, tiers, tierVersions } from './tier.js'

it.each(tierNames)('finds the tier %s by its version', (name) => {
  expect(tierOfVersion(tiers[name].version)).toBe(name)
})

it('knows no other version', () => expect(tierOfVersion('enterprise-13')).toBeUndefined())

it('lists the versions from small to large', () => {
  expect(tierVersions).toEqual(['startup-5', 'medium-10', 'enterprise-12'])
})

import { expect, it } from 'vitest'
import { tierVersions } from './tier.js'

it('lists the versions from small to large', () => {
  expect(tierVersions).toEqual(['startup-5', 'medium-10', 'enterprise-12'])
})

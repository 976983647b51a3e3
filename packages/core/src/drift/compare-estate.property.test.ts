import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleEstate, observedFrom } from '../../test/support/observed-estate.js'
import { plantedEdits } from '../../test/support/planted-edits.js'
import { randomFrom, rewrittenEstate } from '../../test/support/rewritten-estate.js'
import { compareEstate } from './compare-estate.js'

const runs = { numRuns: 20 }

describe('how IAM writes what it answers is no drift', () => {
  it.each(['startup-5', 'medium-10', 'inline-policies', 'permissions-boundary'])('of %s', (name) => {
    const estate = exampleEstate(name)
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const observed = rewrittenEstate(observedFrom(estate), randomFrom(seed))
        expect(compareEstate(estate, observed).findings).toEqual([])
      }),
      runs,
    )
  })

  it('and hides none: every edit is found in other words, too', () => {
    const plain = new Set(['a document cannot be read'])
    const edits = plantedEdits.filter(({ name }) => !plain.has(name))
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...edits), (seed, { example, edit }) => {
        const estate = exampleEstate(example)
        const edited = edit(observedFrom(estate))
        const kindsOf = (observed: typeof edited) =>
          compareEstate(estate, observed).findings.map(({ kind, subject, ...rest }) =>
            JSON.stringify([kind, subject, 'effect' in rest && rest.effect]),
          )
        expect(kindsOf(rewrittenEstate(edited, randomFrom(seed))).sort()).toEqual(kindsOf(edited).sort())
      }),
      { numRuns: 60 },
    )
  })
})

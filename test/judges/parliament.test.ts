import { describe, expect, it } from 'vitest'
import { badDocument } from './bad/document.js'
import { byName, itFindsNothingElse } from './checks.js'
import { judgedEstates } from './estates.js'
import { type DocumentFinding, judgeDocuments } from './judge-documents.js'
import { judgedDocuments } from './policy-documents.js'

const script = 'parliament_judge.py'
const toFinding = ({ sid = 'document', ...finding }: DocumentFinding) => ({ ...finding, place: sid })

describe('parliament finds nothing else in the policies of', () => {
  const estates = judgedEstates()
  itFindsNothingElse(
    'parliament',
    estates.map(({ name }) => name),
    async () =>
      byName(await judgeDocuments(script, judgedDocuments(estates)), ({ estate }) => estate, toFinding),
  )
})

it('parliament finds what is wrong in a policy that is', async () => {
  const found = await judgeDocuments(script, [badDocument()])
  expect(new Set(found.map(({ code, sid }) => `${code} ${sid}`))).toEqual(
    new Set([
      'RESOURCE_MISMATCH ObjectsOfABucket',
      'RESOURCE_STAR AllOfOneService',
      'RESOURCE_STAR ButOne',
      'RESOURCE_STAR PassAnyRole',
      'RESOURCE_STAR PolicyWriter',
      'RESOURCE_STAR ReadsEverything',
      'UNKNOWN_ACTION NoSuchAction',
      'UNKNOWN_CONDITION_FOR_ACTION NoSuchKey',
    ]),
  )
})

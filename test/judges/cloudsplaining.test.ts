import { describe, expect, it } from 'vitest'
import { badDocument } from './bad/document.js'
import { byName, itFindsNothingElse } from './checks.js'
import { judgedEstates } from './estates.js'
import { type DocumentFinding, judgeDocuments } from './judge-documents.js'
import { judgedDocuments } from './policy-documents.js'

const script = 'cloudsplaining_judge.py'
const toFinding = (finding: DocumentFinding) => ({ ...finding, place: finding.estate })

describe('cloudsplaining sees no other risk in the policies of', () => {
  const estates = judgedEstates()
  itFindsNothingElse(
    'cloudsplaining',
    estates.map(({ name }) => name),
    async () =>
      byName(await judgeDocuments(script, judgedDocuments(estates)), ({ estate }) => estate, toFinding),
  )
})

it('cloudsplaining sees the risks of a policy that has them', async () => {
  const found = await judgeDocuments(script, [badDocument()])
  expect([...new Set(found.map(({ code }) => code))].sort()).toEqual([
    'CredentialsExposure',
    'DataExfiltration',
    'InfrastructureModification',
    'PrivilegeEscalation',
    'ResourceExposure',
    'ServiceWildcard',
  ])
})

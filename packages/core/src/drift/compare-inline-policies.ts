import type { InlinePolicy } from '@sec/common/iam'
import { type DocumentChange, documentChange, wholeDocumentChange } from './document-change.js'
import type { DriftFinding, DriftSubject } from './drift-finding.js'

interface Holder {
  readonly inlinePolicies: readonly InlinePolicy[]
}

export function compareInlinePolicies(
  expected: Holder,
  found: Holder,
  subject: DriftSubject,
): readonly DriftFinding[] {
  const [before, after] = [byName(expected), byName(found)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((policyName) => {
    const [old, now] = [before.get(policyName), after.get(policyName)]
    if (old !== undefined && now !== undefined)
      return toFinding(
        'changed-inline-policy',
        policyName,
        documentChange(old.document, now.document),
        subject,
      )
    if (now !== undefined)
      return toFinding(
        'extra-inline-policy',
        policyName,
        wholeDocumentChange(now.document, 'gained'),
        subject,
      )
    return toFinding('missing-inline-policy', policyName, wholeDocumentChange(old?.document, 'lost'), subject)
  })
}

function byName({ inlinePolicies }: Holder): ReadonlyMap<string, InlinePolicy> {
  return new Map(inlinePolicies.map((policy) => [policy.policyName, policy]))
}

type InlineKind = 'extra-inline-policy' | 'missing-inline-policy' | 'changed-inline-policy'

function toFinding(
  kind: InlineKind,
  policyName: string,
  change: DocumentChange,
  subject: DriftSubject,
): readonly DriftFinding[] {
  if (change === 'same') return []
  if (change !== 'unreadable') return [{ kind, subject, policyName, ...change }]
  if (kind === 'changed-inline-policy')
    return [
      {
        kind: 'not-checked',
        subject,
        part: `inline policy ${policyName}`,
        reason: 'it is no policy document',
      },
    ]
  // That it is there, or gone, is certain, whatever it says.
  return [{ kind, subject, policyName, gained: [], lost: [], effect: 'other' }]
}

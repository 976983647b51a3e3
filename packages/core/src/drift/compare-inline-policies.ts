import type { InlinePolicy } from '@sec/common/iam'
import { type DocumentChange, documentChange, unreadable, wholeDocumentChange } from './document-change.js'
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
    const [kind, change] = compareOne(before.get(policyName), after.get(policyName))
    return toFinding(kind, policyName, change, subject)
  })
}

function compareOne(
  old: InlinePolicy | undefined,
  now: InlinePolicy | undefined,
): readonly [InlineKind, DocumentChange] {
  if (old && now) return ['changed-inline-policy', documentChange(old.document, now.document)]
  return now
    ? ['extra-inline-policy', wholeDocumentChange(now.document, 'gained')]
    : ['missing-inline-policy', wholeDocumentChange(old?.document, 'lost')]
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
  if (kind === 'changed-inline-policy') return [unreadable(subject, `inline policy ${policyName}`)]
  // That it is there, or gone, is certain, whatever it says.
  return [{ kind, subject, policyName, gained: [], lost: [], effect: 'other' }]
}

import type { IamEstate } from '@sec/common/iam'
import type { DriftDifference, DriftSubject } from './drift-finding.js'
import { policyEffect } from './policy-effect.js'

interface Holder {
  readonly attachedPolicyArns: readonly string[]
}

/** @param estate - Says what its own policies mean. */
export function compareAttachments(
  expected: Holder,
  found: Holder,
  subject: DriftSubject,
  estate: IamEstate,
): readonly DriftDifference[] {
  return [
    ...beyond(found, expected).map((policyArn): DriftDifference => {
      const effect = policyEffect(policyArn, 'gained', estate)
      return { kind: 'extra-attachment', subject, effect, policyArn }
    }),
    ...beyond(expected, found).map((policyArn): DriftDifference => {
      const effect = policyEffect(policyArn, 'lost', estate)
      return { kind: 'missing-attachment', subject, effect, policyArn }
    }),
  ]
}

function beyond({ attachedPolicyArns }: Holder, other: Holder): readonly string[] {
  const others = new Set(other.attachedPolicyArns)
  return [...new Set(attachedPolicyArns)].filter((arn) => !others.has(arn))
}

import type { IamEstate } from '@sec/common/iam'
import { wholeDocumentChange } from './document-change.js'
import type { DriftEffect } from './drift-finding.js'

/**
 * What attaching or detaching a policy means. Of a policy outside the estate nobody has the document; it is taken for
 * one that allows, as nearly all do, unless its name says that it denies.
 */
export function policyEffect(policyArn: string, side: 'gained' | 'lost', estate: IamEstate): DriftEffect {
  const own = estate.policies.find(({ arn }) => arn === policyArn)
  if (own === undefined) return effectByName(policyArn, side)
  const change = wholeDocumentChange(own.document, side)
  return typeof change === 'string' ? 'other' : change.effect
}

function effectByName(policyArn: string, side: 'gained' | 'lost'): DriftEffect {
  if (/deny|quarantine/i.test(policyArn)) return 'other'
  return side === 'gained' ? 'wider' : 'narrower'
}

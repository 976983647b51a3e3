import type { IamGroup, ObservedGroup } from '@sec/common/iam'
import { compareAttachments } from './compare-attachments.js'
import { compareInlinePolicies } from './compare-inline-policies.js'
import { comparePath } from './compare-settings.js'
import { together } from './comparison.js'

/** Who is in a group is nobody's business here: people come and go without a deployment. */
export const compareGroup = together<IamGroup, ObservedGroup>(
  comparePath,
  compareInlinePolicies,
  compareAttachments,
)

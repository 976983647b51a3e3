import type { IamRole, ObservedRole } from '@sec/common/iam'
import { compareAttachments } from './compare-attachments.js'
import { compareBoundary } from './compare-boundary.js'
import { compareInlinePolicies } from './compare-inline-policies.js'
import { compareDescription, comparePath, compareSessionLength } from './compare-settings.js'
import { compareTags } from './compare-tags.js'
import { compareTrust } from './compare-trust.js'
import { together } from './comparison.js'

export const compareRole = together<IamRole, ObservedRole>(
  comparePath,
  compareDescription,
  compareTrust,
  compareSessionLength,
  compareBoundary,
  compareInlinePolicies,
  compareAttachments,
  compareTags,
)

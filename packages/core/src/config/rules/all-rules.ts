import { checkAccounts, checkPartitions } from './arn-rules.js'
import { checkHandshake, checkMirrors, checkSecurityModel } from './assumable-references.js'
import { checkCallers } from './assumable-rules.js'
import { checkCrossAccountTrust } from './cross-account-rules.js'
import {
  checkAssignments,
  checkGrantsSomething,
  checkImageRegistries,
  checkManagedPolicies,
  checkOwnStatements,
} from './entry-rules.js'
import { checkListedTwice } from './list-rules.js'
import { checkNames } from './name-rules.js'
import { checkOwnPolicies } from './own-policy-rules.js'
import { checkMisspeltNames, checkPassableBy, checkProfiles } from './reference-rules.js'
import type { Rule } from './rule-context.js'
import { checkTagKeys } from './tag-rules.js'
import {
  checkNotEmpty,
  checkRegion,
  checkTemplateBucket,
  checkTierCaps,
  checkTierPin,
  checkTierVersion,
} from './tier-rules.js'

/** What can be judged of a config whose bases cannot all be read: what does not depend on what is absent. */
export const rulesOfParts: readonly Rule[] = [
  checkRegion,
  checkListedTwice,
  checkTagKeys,
  checkAssignments,
  checkManagedPolicies,
  checkOwnStatements,
]

/** Everything that one key's schema cannot see. The order is of no importance: issues are sorted by place. */
export const rules: readonly Rule[] = [
  checkTierVersion,
  checkTierPin,
  checkTierCaps,
  checkTemplateBucket,
  checkRegion,
  checkNotEmpty,
  checkMisspeltNames,
  checkProfiles,
  checkSecurityModel,
  checkHandshake,
  checkMirrors,
  checkPassableBy,
  checkListedTwice,
  checkTagKeys,
  checkAssignments,
  checkManagedPolicies,
  checkOwnPolicies,
  checkOwnStatements,
  checkImageRegistries,
  checkGrantsSomething,
  checkPartitions,
  checkAccounts,
  checkCrossAccountTrust,
  checkCallers,
  checkNames,
]

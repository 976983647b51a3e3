import { checkAccounts, checkPartitions } from './arn-rules.js'
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
import { checkLevelNames, checkNames } from './name-rules.js'
import {
  checkHandshake,
  checkMirrors,
  checkPassableBy,
  checkProfiles,
  checkSecurityModel,
} from './reference-rules.js'
import type { Rule } from './rule-context.js'
import {
  checkNotEmpty,
  checkRegion,
  checkTemplateBucket,
  checkTierCaps,
  checkTierPin,
  checkTierVersion,
} from './tier-rules.js'

/** Everything that one key's schema cannot see. The order is of no importance: issues are sorted by place. */
export const rules: readonly Rule[] = [
  checkTierVersion,
  checkTierPin,
  checkTierCaps,
  checkTemplateBucket,
  checkRegion,
  checkNotEmpty,
  checkProfiles,
  checkSecurityModel,
  checkHandshake,
  checkMirrors,
  checkPassableBy,
  checkListedTwice,
  checkAssignments,
  checkManagedPolicies,
  checkOwnStatements,
  checkImageRegistries,
  checkGrantsSomething,
  checkPartitions,
  checkAccounts,
  checkCrossAccountTrust,
  checkCallers,
  checkNames,
  checkLevelNames,
]

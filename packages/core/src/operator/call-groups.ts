import {
  findForeignPolicies,
  findObstacles,
  findOwners,
  readEstate,
  simulateGroups,
  simulateRoles,
} from './iam-reads.js'
import { removeForeignPolicies } from './iam-writes.js'
import {
  accountQuotas,
  changeSet,
  deleteRemains,
  deleteStack,
  deleteTestStack,
  deployedStack,
  describeStack,
  detectDrift,
  execute,
  findChangeSets,
  findOtherStacks,
  findTestStacks,
  identify,
  markEvents,
  nameOperator,
  readTemplate,
  updateStack,
} from './stack-calls.js'
import {
  publishParameters,
  removeAllTemplates,
  removeParameters,
  removeTemplate,
  uploadTemplate,
} from './store-calls.js'

/**
 * Calls of the program itself by what they are for: an action may make one call for several reasons, and
 * `actionCalls` puts these groups together. A test deployment makes the same calls on other names, with the same words.
 */
export const callGroups = {
  accountQuotas,
  changeSet: changeSet('stack'),
  deleteRemains,
  deleteStack,
  deleteTestStack,
  deployedStack,
  describeStack: describeStack('stack'),
  detectDrift,
  execute: execute('stack'),
  findChangeSets: findChangeSets('stack'),
  findForeignPolicies,
  findObstacles,
  findOwners,
  findOtherStacks,
  findTestStacks,
  identify,
  markEvents: markEvents('stack'),
  nameOperator,
  publishParameters,
  readEstate: readEstate(''),
  readTemplate,
  removeAllTemplates,
  removeForeignPolicies,
  removeParameters,
  removeTemplate,
  simulateGroups,
  simulateRoles,
  updateStack,
  uploadTemplate,
} as const

/** What a call is for. */
export type CallGroup = keyof typeof callGroups

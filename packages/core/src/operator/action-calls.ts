import type { AwsCall } from './aws-call.js'
import {
  findForeignPolicies,
  findObstacles,
  findOwners,
  readEstate,
  simulateGroups,
  simulateRoles,
} from './iam-reads.js'
import { createEstate, deleteEstate, removeForeignPolicies, updateEstate } from './iam-writes.js'
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
  findTestStacks,
  identify,
  nameOperator,
  passServiceRole,
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

/** What a look at the changes takes, for `show-changes` and for the first half of `deploy`. */
const preview = [
  ...identify,
  ...describeStack('stack'),
  ...nameOperator,
  ...deployedStack,
  ...findOwners,
  ...uploadTemplate,
  ...changeSet('stack'),
  ...passServiceRole,
  ...findObstacles,
]

/**
 * Every AWS call that an action makes, itself or through a service that acts with the caller's credentials, and
 * the permission that it takes. The operator's policy is made from this table and from nothing else, and the
 * code that calls AWS is tested against it. Actions that are not named here call nothing.
 */
export const actionCalls = {
  'show-changes': [...preview, ...removeTemplate, ...findForeignPolicies],
  'check-drift': [
    ...identify,
    ...describeStack('stack'),
    ...nameOperator,
    ...readTemplate,
    ...detectDrift,
    ...readEstate(''),
  ],
  'test-deploy': [
    ...identify,
    ...accountQuotas,
    ...findTestStacks,
    ...describeStack('test-stack'),
    ...findChangeSets('test-stack'),
    ...uploadTemplate,
    ...removeTemplate,
    ...changeSet('test-stack'),
    ...execute('test-stack'),
    ...deleteTestStack,
    ...passServiceRole,
    ...createEstate('test-'),
    ...readEstate('test-'),
    ...simulateGroups,
    ...simulateRoles,
    ...deleteEstate('test-'),
  ],
  deploy: [
    ...preview,
    ...removeTemplate,
    ...accountQuotas,
    ...execute('stack'),
    ...deleteRemains,
    ...updateStack,
    ...createEstate(''),
    ...updateEstate,
    ...deleteEstate(''),
    ...findForeignPolicies,
    ...removeForeignPolicies,
    ...publishParameters,
  ],
  'delete-stack': [
    ...identify,
    ...describeStack('stack'),
    ...nameOperator,
    ...readTemplate,
    ...findObstacles,
    ...removeForeignPolicies,
    ...deleteStack,
    ...passServiceRole,
    ...deleteEstate(''),
    ...removeParameters,
    ...removeAllTemplates,
  ],
} as const satisfies Readonly<Record<string, readonly AwsCall[]>>

/** An action of the tool that calls AWS. */
export type AwsAction = keyof typeof actionCalls

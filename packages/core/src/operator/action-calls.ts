import type { AwsCall } from './aws-call.js'
import { callGroups as of } from './call-groups.js'
import { readEstate } from './iam-reads.js'
import { createEstate, deleteEstate, updateEstate } from './iam-writes.js'
import {
  changeSet,
  describeStack,
  execute,
  findChangeSets,
  markEvents,
  passServiceRole,
} from './stack-calls.js'

/** What a look at the changes takes, for `show-changes` and for the first half of `deploy`. */
const preview = [
  ...of.identify,
  ...of.describeStack,
  ...of.nameOperator,
  ...of.deployedStack,
  ...of.findOwners,
  ...of.uploadTemplate,
  ...of.changeSet,
  ...passServiceRole,
  ...of.findObstacles,
]

/**
 * Every AWS call that an action makes, itself or through a service that acts with the caller's credentials, and
 * the permission that it takes. The operator's policy is made from this table and from nothing else, and the
 * code that calls AWS is tested against it. Actions that are not named here call nothing.
 */
export const actionCalls = {
  'show-changes': [...preview, ...of.removeTemplate, ...of.findForeignPolicies],
  'check-drift': [
    ...of.identify,
    ...of.describeStack,
    ...of.nameOperator,
    ...of.readTemplate,
    ...of.detectDrift,
    ...of.readEstate,
  ],
  'test-deploy': [
    ...of.identify,
    ...of.accountQuotas,
    ...of.findTestStacks,
    ...describeStack('test-stack'),
    ...findChangeSets('test-stack'),
    ...of.uploadTemplate,
    ...of.removeTemplate,
    ...changeSet('test-stack'),
    ...markEvents('test-stack'),
    ...execute('test-stack'),
    ...of.deleteTestStack,
    ...passServiceRole,
    ...createEstate('test-'),
    ...readEstate('test-'),
    ...of.simulateGroups,
    ...of.simulateRoles,
    ...deleteEstate('test-'),
  ],
  deploy: [
    ...preview,
    ...of.removeTemplate,
    ...of.accountQuotas,
    ...of.markEvents,
    ...of.execute,
    ...of.deleteRemains,
    ...of.updateStack,
    ...createEstate(''),
    ...updateEstate,
    ...deleteEstate(''),
    ...of.findForeignPolicies,
    ...of.removeForeignPolicies,
    ...of.publishParameters,
  ],
  'delete-stack': [
    ...of.identify,
    ...of.describeStack,
    ...of.nameOperator,
    ...of.readTemplate,
    ...of.findObstacles,
    ...of.removeForeignPolicies,
    ...of.markEvents,
    ...of.deleteStack,
    ...passServiceRole,
    ...deleteEstate(''),
    ...of.removeParameters,
    ...of.removeAllTemplates,
  ],
} as const satisfies Readonly<Record<string, readonly AwsCall[]>>

/** An action of the tool that calls AWS. */
export type AwsAction = keyof typeof actionCalls

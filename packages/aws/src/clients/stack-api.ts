import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import type { StackApi } from '../ports.js'
import { clientConfig } from './client-config.js'
import type { AwsSession } from './session.js'
import { createChangeSet, deleteChangeSet, listChangeSets } from './stacks/change-sets.js'
import { continueUpdateRollback, deleteStack, updateTerminationProtection } from './stacks/change-stacks.js'
import { describeChangeSet } from './stacks/describe-change-set.js'
import { describeStack, getTemplate, listStackResources, listStacks } from './stacks/describe-stacks.js'
import { describeResourceDrifts, describeStackDriftDetection, detectStackDrift } from './stacks/drift.js'
import { describeFailedEvents, describeStackEvents } from './stacks/events.js'
import { executeChangeSet } from './stacks/execute-change-set.js'

/** CloudFormation. */
export function createStackApi(session: AwsSession): StackApi {
  const all = { session, client: new CloudFormationClient(clientConfig(session)) }
  return {
    describeStack: (nameOrId) => describeStack(all, nameOrId),
    listStacks: () => listStacks(all),
    getTemplate: (nameOrId) => getTemplate(all, nameOrId),
    createChangeSet: (request) => createChangeSet(all, request),
    describeChangeSet: (ids) => describeChangeSet(all, ids),
    listChangeSets: (stackName) => listChangeSets(all, stackName),
    executeChangeSet: (ids, clientToken) => executeChangeSet(all, ids, clientToken),
    deleteChangeSet: (ids) => deleteChangeSet(all, ids),
    deleteStack: (request) => deleteStack(all, request),
    describeStackEvents: (stackId, untilEventId, maxPages) =>
      describeStackEvents(all, stackId, untilEventId, maxPages),
    describeFailedEvents: (of) => describeFailedEvents(all, of),
    listStackResources: (stackId) => listStackResources(all, stackId),
    continueUpdateRollback: (request) => continueUpdateRollback(all, request),
    updateTerminationProtection: (stackName, isEnabled) =>
      updateTerminationProtection(all, stackName, isEnabled),
    detectStackDrift: (stackName) => detectStackDrift(all, stackName),
    describeStackDriftDetection: (detectionId) => describeStackDriftDetection(all, detectionId),
    describeResourceDrifts: (stackName) => describeResourceDrifts(all, stackName),
  }
}

// IAM, call by call.

export { openIam } from './open-iam.js'
export type {
  ContextEntry,
  GroupDescription,
  IamApi,
  PolicyDescription,
  PolicyEntities,
  PolicyUsage,
  PolicyVersion,
  RoleDescription,
  SimulatedDecision,
  SimulationRequest,
} from './ports.js'

// What is there: for drift, and to verify a test deployment.

export { type EstateReads, type ReadEstateOptions, readEstate } from './estate/read-estate.js'

// Before a stack is created.

export { findOwners, type OwnedName, type OwnerReads } from './owners/find-owners.js'
export { ownedNameIssue } from './owners/owned-name-issue.js'
export type { OwningStack } from './owners/stack-of-tags.js'
export { checkAccountQuotas, type QuotaDemand, type QuotaFault } from './quotas/check-account-quotas.js'
export { quotaIssue } from './quotas/quota-issue.js'
export { type AccountQuotas, type CountQuota, readQuotas } from './quotas/read-quotas.js'

// Before something is deleted, and after drift was reverted.

export { type ForeignPolicyReads, findForeignPolicies } from './obstacles/find-foreign-policies.js'
export { findObstacles, type ObstacleReads } from './obstacles/find-obstacles.js'
export type {
  ForeignPolicy,
  Leaving,
  LeavingGroup,
  LeavingPolicy,
  LeavingRole,
  Obstacle,
  PrincipalName,
} from './obstacles/obstacle.js'
export { obstacleIssue } from './obstacles/obstacle-issue.js'
export { type PlannedRemoval, planRemovals, type Removal } from './obstacles/plan-removals.js'
export {
  type ForeignPolicyRemovals,
  type RemovedPolicies,
  type RemoveOptions,
  removeForeignPolicies,
} from './obstacles/remove-foreign-policies.js'

// The policy simulator.

export type { Refusal, SimulationVerdict } from './simulate/judge-decisions.js'
export { type SimulationResult, simulateStatements } from './simulate/simulate-statements.js'
export type { SimulationCase } from './simulate/simulation-case.js'

// The words of what was found, and of what IAM itself says.

export { iamIssue, iamIssueKinds } from './issues/iam-issues.js'
export { iamHintFor } from './reasons/iam-hint-for.js'

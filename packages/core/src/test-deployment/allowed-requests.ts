import { actionCovers, patternCovers } from '../documents/pattern.js'
import type { KnownStatement } from './known-statements.js'
import { type ContextEntry, meetConditions } from './meet-conditions.js'
import { isPattern, type SamplePlace, sampleResource } from './sample-resource.js'

/** A request that a statement allows. */
export interface AllowedRequest {
  readonly policyName: string
  readonly sid?: string
  readonly action: string
  readonly resourceArn: string
  readonly context: readonly ContextEntry[]
  /** How sure it is that the simulator allows it; 0 is surest. */
  readonly safety: number
}

/** Requests that some statement allows and none refuses, the surest first. */
export function allowedRequests(
  statements: readonly KnownStatement[],
  place: SamplePlace,
): readonly AllowedRequest[] {
  const refusals = statements.filter(({ effect }) => effect === 'Deny')
  return statements
    .flatMap((statement) => requestsOf(statement, place))
    .filter((request) => !refusals.some((refusal) => mayCover(refusal, request)))
    .sort((one, other) => one.safety - other.safety)
}

function requestsOf(statement: KnownStatement, place: SamplePlace): readonly AllowedRequest[] {
  const { effect, actions = [], resources = [], policyName, sid } = statement
  const context = effect === 'Allow' ? meetConditions(statement.tests) : undefined
  if (context === undefined) return []
  const of = { policyName, ...(sid !== undefined && { sid }), context, safety: safetyOf(statement) }
  const samples = resources.flatMap((resource) => sampleResource(resource, place) ?? [])
  return actions
    .filter((action) => !isPattern(action))
    .flatMap((action) => samples.map((resourceArn) => ({ ...of, action, resourceArn })))
}

/** Where a statement lists several resources, an action may not be made for each of them. */
function safetyOf({ resources = [], tests }: KnownStatement): number {
  const ofResources = resources.length > 1 ? 2 : resources[0] === '*' ? 1 : 0
  return tests.length === 0 ? ofResources : 3 + ofResources
}

/** Whether its condition is met is not asked: a request that may be refused is no test. */
function mayCover(refusal: KnownStatement, { action, resourceArn }: AllowedRequest): boolean {
  const { actions, notActions = [], resources, notResources = [] } = refusal
  const fitsAction = (pattern: string) => actionCovers(pattern, action)
  const fitsResource = (pattern: string) => pattern.includes('${') || patternCovers(pattern, resourceArn)
  const isOfAction = actions ? actions.some(fitsAction) : !notActions.some(fitsAction)
  if (!isOfAction || resourceArn === '*') return isOfAction
  return resources
    ? resources.some(fitsResource)
    : !notResources.some((pattern) => patternCovers(pattern, resourceArn))
}

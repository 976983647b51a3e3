import type { SimulatedDecision } from '../ports.js'
import type { SimulationCase } from './simulation-case.js'

/** An action that the simulator refuses, and what refuses it. */
export interface Refusal {
  readonly action: string
  readonly resource: string
  readonly decision: 'explicitDeny' | 'implicitDeny'
  readonly by: 'identity-policies' | 'permissions-boundary' | 'organization'
}

/** What the simulator makes of one statement. */
export type SimulationVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'denied'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'not-checked'; readonly reason: string }

type Asked = Pick<SimulationCase, 'actions' | 'resources' | 'conditionKeys'>

/** Allowed when every action is, on every resource; not checked where the simulator lacked something to judge by. */
export function judgeDecisions(asked: Asked, decisions: readonly SimulatedDecision[]): SimulationVerdict {
  const refused = decisions.filter(({ decision }) => decision !== 'allowed')
  const refusals = refused.filter((each) => keysInTheWay(asked, each).length === 0).map(refusalOf)
  if (refusals.length > 0) return { kind: 'denied', refusals }
  if (refused.length > 0) return { kind: 'not-checked', reason: missingReason(asked, refused) }
  const unanswered = unansweredPair(asked, decisions)
  return unanswered === undefined ? { kind: 'allowed' } : { kind: 'not-checked', reason: unanswered }
}

/**
 * The missing keys that may have caused a refusal. IAM names those of all policies. Where nothing but the
 * principal's own policies refuses by not allowing, only the keys of the statement itself can be the reason.
 */
function keysInTheWay({ conditionKeys = [] }: Asked, refused: SimulatedDecision): readonly string[] {
  const isSilent = refused.decision === 'implicitDeny' && refuserOf(refused) === 'identity-policies'
  if (!isSilent) return refused.missingContext
  const own = new Set(conditionKeys.map((key) => key.toLowerCase()))
  return refused.missingContext.filter((key) => own.has(key.toLowerCase()))
}

function refusalOf(refused: SimulatedDecision): Refusal {
  const { action, resource } = refused
  const decision = refused.decision === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
  return { action, resource, decision, by: refuserOf(refused) }
}

function refuserOf({ allowedByOrganization, allowedByBoundary }: SimulatedDecision): Refusal['by'] {
  if (!allowedByOrganization) return 'organization'
  return allowedByBoundary ? 'identity-policies' : 'permissions-boundary'
}

function missingReason(asked: Asked, refused: readonly SimulatedDecision[]): string {
  const keys = new Set(refused.flatMap((each) => keysInTheWay(asked, each)))
  return `the simulator had no value for ${[...keys].join(', ')}`
}

function unansweredPair(
  { actions, resources }: Asked,
  decisions: readonly SimulatedDecision[],
): string | undefined {
  const answered = new Set(decisions.map(({ action, resource }) => pairWords(action, resource)))
  const pairs = actions.flatMap((action) => resources.map((resource) => pairWords(action, resource)))
  const missing = pairs.find((pair) => !answered.has(pair))
  return missing && `the simulator did not answer for ${missing}`
}

/** Names of actions are compared without case. */
function pairWords(action: string, resource: string): string {
  return `${action.toLowerCase()} on ${resource}`
}

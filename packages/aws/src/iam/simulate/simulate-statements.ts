import { attempt } from '../attempt.js'
import { mapAtOnce } from '../map-at-once.js'
import type { IamApi, SimulatedDecision } from '../ports.js'
import { judgeDecisions, type SimulationVerdict } from './judge-decisions.js'
import type { SimulationCase } from './simulation-case.js'

export interface SimulationResult {
  readonly principalArn: string
  readonly label: string
  readonly verdict: SimulationVerdict
}

/**
 * Tries statements of principals that exist with IAM's policy simulator, in the order of the cases. The principal
 * may be a group.
 *
 * @throws ProvisionerError for what ends every call alike: expired credentials, a wrong account, an interruption.
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html | The API}
 */
export function simulateStatements(
  api: Pick<IamApi, 'simulatePrincipalPolicy'>,
  cases: readonly SimulationCase[],
): Promise<readonly SimulationResult[]> {
  return mapAtOnce(cases, async (asked) => {
    const { principalArn, label } = asked
    return { principalArn, label, verdict: await judge(api, asked) }
  })
}

async function judge(
  api: Pick<IamApi, 'simulatePrincipalPolicy'>,
  asked: SimulationCase,
): Promise<SimulationVerdict> {
  const answer = await attempt(() => simulateEach(api, asked))
  if (answer.kind === 'failed') return { kind: 'not-checked', reason: answer.reason }
  return judgeDecisions(asked, answer.value)
}

/** A call for each resource, so that every answer belongs to one: of several, some servers judge the first alone. */
async function simulateEach(
  api: Pick<IamApi, 'simulatePrincipalPolicy'>,
  { principalArn, actions, resources, context = [] }: SimulationCase,
): Promise<readonly SimulatedDecision[]> {
  const decisions: SimulatedDecision[] = []
  for (const resource of resources) {
    const request = { principalArn, actions, resources: [resource], context }
    decisions.push(...(await api.simulatePrincipalPolicy(request)))
  }
  return decisions
}

import { type SimulationResult, simulateStatements } from '@sec/aws/iam'
import { chooseSimulations, type Simulation, type TemplateEstate } from '@sec/core'
import type { AwsRun } from './run.js'

type Trial = Extract<Simulation, { kind: 'statement' }>

/** A line for each request that did not turn out as the estate wants it. */
export interface Trials {
  /** Refused although the estate grants it. */
  readonly refused: readonly string[]
  /** The simulator did not say. */
  readonly notChecked: readonly string[]
}

/** Has IAM's policy simulator try one request of each group and role. */
export async function trySimulations(test: AwsRun, estate: TemplateEstate): Promise<Trials> {
  const chosen = chooseSimulations(estate, test.model.identity)
  const trials = chosen.filter((simulation) => simulation.kind === 'statement')
  const { output } = test.context
  for (const simulation of chosen)
    if (simulation.kind === 'no-statement')
      output.note(`${simulation.principal} ${simulation.name} has nothing to simulate: ${simulation.reason}`)
  const results = await simulateStatements(test.iam, trials.map(caseOf))
  const allowed = results.filter(({ verdict }) => verdict.kind === 'allowed').length
  const judged = results.filter(({ verdict }) => verdict.kind !== 'not-checked').length
  if (judged > 0) output.note(`the policy simulator allows ${allowed} of ${judged} sample requests`)
  return {
    refused: results.flatMap((result, index) => refusalLines(result, trials[index] as Trial)),
    notChecked: uncheckedLines(results),
  }
}

/** A line for each reason: a simulator that a server lacks would fill the screen otherwise. */
function uncheckedLines(results: readonly SimulationResult[]): readonly string[] {
  const labels = new Map<string, string[]>()
  for (const { label, verdict } of results)
    if (verdict.kind === 'not-checked')
      labels.set(verdict.reason, [...(labels.get(verdict.reason) ?? []), label])
  return [...labels].map(([reason, [first, ...more]]) =>
    more.length === 0
      ? `${first} (${reason})`
      : `${first}, and ${more.length} more sample requests (${reason})`,
  )
}

function caseOf({ principalArn, name, action, resourceArn, context }: Trial) {
  const label = `${name}, ${action} on ${resourceArn}`
  const conditionKeys = context.map(({ key }) => key)
  return { principalArn, label, actions: [action], resources: [resourceArn], context, conditionKeys }
}

/** What a boundary or a policy outside the estate refuses is not the estate's fault. */
function refusalLines({ label, verdict }: SimulationResult, { mayBeRefusedBy }: Trial): readonly string[] {
  if (verdict.kind !== 'denied' || mayBeRefusedBy.length > 0) return []
  return verdict.refusals.map(({ decision, by }) => `${label}: ${decision} by ${by}`)
}

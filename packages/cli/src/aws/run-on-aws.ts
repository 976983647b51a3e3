import { type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { showPlan } from '../output/plan-text.js'
import type { PlanStep } from '../plan/plan-step.js'
import type { AwsOptions } from './aws-options.js'
import { type AwsRun, openRun } from './run.js'
import { stopWith } from './stop-with.js'

/** What an action would do, and what it does. */
export interface AwsAction {
  readonly plan: (run: AwsRun) => readonly PlanStep[]
  readonly work: (run: AwsRun) => Promise<ExitCode>
}

/** Runs an action that calls AWS: first the config, then the plan or the work. */
export async function runOnAws(
  options: AwsOptions,
  context: ActionContext,
  { plan, work }: AwsAction,
): Promise<ExitCode> {
  const run = await openRun(options, context)
  if (!run) return exitCodes.misuse
  try {
    if (!options.dryRun) return await work(run)
    showPlan(plan(run), context)
    return exitCodes.done
  } catch (error) {
    return await stopWith(run, error)
  } finally {
    run.aws.session.close()
  }
}

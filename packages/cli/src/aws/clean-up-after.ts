import { describeIssue, isProvisionerError } from '@sec/common'
import { finding, findingKinds } from './finding-kinds.js'
import { adviceFor } from './own-advice.js'
import type { AwsRun } from './run.js'

/** Cleans up after a fault. What cannot be removed is said as well; the fault itself stays what stops the action. */
export async function cleanUpAfter(run: AwsRun, steps: readonly (() => Promise<void>)[]): Promise<void> {
  run.shield.raise()
  for (const step of steps) await step().catch((error: unknown) => tellFailure(run, error))
}

function tellFailure({ context }: AwsRun, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  const advice = isProvisionerError(error) ? adviceFor(error) : ''
  const issue = finding('CLEAN_UP_FAILED', [], { reason, advice })
  context.output.issues([describeIssue(issue, findingKinds)])
}

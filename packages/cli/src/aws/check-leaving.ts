import { findObstacles, obstacleIssue } from '@sec/aws/iam'
import { leavingOf, type Template } from '@sec/core'
import type { AwsRun } from './run.js'
import { stopFor } from './stop.js'

/** Before something is deleted: whoever is still in it, and whatever else hangs on it, stops the action. */
export async function checkLeaving(run: AwsRun, before: Template | undefined): Promise<void> {
  if (!before) return
  const obstacles = await findObstacles(run.iam, leavingOf(before, run.template, run.model.identity))
  await stopFor(run, obstacles.map(obstacleIssue))
}

import { findObstacles, type Obstacle, obstacleIssue, planRemovals } from '@sec/aws/iam'
import { counted, describeIssue } from '@sec/common'
import { leavingOf, type Template } from '@sec/core'
import { estateIn } from './deployed.js'
import { namesIn } from './estate-names.js'
import { findingKinds } from './finding-kinds.js'
import { removeForeign } from './remove-foreign.js'
import type { AwsRun } from './run.js'
import { stopFor } from './stop.js'

/** What hangs on the estate is listed; foreign policies are taken off after a question, people are left where they are. */
export async function freeOfObstacles(run: AwsRun, template: Template | undefined): Promise<void> {
  if (!template) return
  const obstacles = await findObstacles(run.iam, leavingOf(template, undefined, run.model.identity))
  const { removals, left } = planRemovals(obstacles, namesIn(estateIn(run, template, {})))
  await stopFor(run, left.map(obstacleIssue))
  if (removals.length > 0) await removeListed(run, obstacles, removals.length, template)
}

async function removeListed(
  run: AwsRun,
  obstacles: readonly Obstacle[],
  removals: number,
  template: Template,
): Promise<void> {
  const { output } = run.context
  for (const obstacle of obstacles) output.note(describeIssue(obstacleIssue(obstacle), findingKinds).message)
  const text = `Take ${counted(removals, 'foreign policy', 'foreign policies')} off what will go? CloudFormation would stop half way otherwise.`
  await removeForeign(run, obstacles, namesIn(estateIn(run, template, {})), text)
}

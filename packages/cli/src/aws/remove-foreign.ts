import { type Obstacle, type Removal, removeForeignPolicies } from '@sec/aws/iam'
import { confirm } from '@sec/common/cli'
import type { EstateNames } from '@sec/common/iam'
import type { AwsRun } from './run.js'

/**
 * Takes foreign policies off groups and roles, after a question.
 *
 * @param estate - The groups and roles that a policy of the estate may be detached from.
 * @param text - The question.
 */
export async function removeForeign(
  run: AwsRun,
  obstacles: readonly Obstacle[],
  estate: Pick<EstateNames, 'groupNames' | 'roleNames'>,
  text: string,
): Promise<void> {
  await confirm({ kind: 'yes-no', text }, run.options, run.context)
  await removeForeignPolicies(run.iam, obstacles, estate, {
    onRemoved: (removal) => run.context.output.progress(removalLine(removal)),
  })
}

function removalLine(removal: Removal): string {
  const done = removal.kind === 'detach' ? `detached ${removal.policyArn}` : `removed ${removal.policyName}`
  return `${done} from the ${removal.principal.kind} ${removal.principal.name}`
}

import { confirm } from '@sec/common/cli'
import type { Changes } from './changes.js'
import { deployQuestion } from './questions.js'
import type { AwsRun } from './run.js'

/** The question before a deployment; what cannot be taken back lightly asks for the stack's name. */
export async function askToDeploy(run: AwsRun, changes: Changes): Promise<void> {
  const question = deployQuestion(run.model.identity, weightyReason(changes))
  await confirm(question, run.options, run.context)
}

function weightyReason({ isDeleting, growingAdministrators }: Changes): string | undefined {
  if (growingAdministrators.length > 0)
    return `Access grows for ${growingAdministrators.join(', ')}, which can administer the account.`
  return isDeleting ? 'Something is deleted.' : undefined
}

import type { Question } from '@sec/common/cli'
import type { Identity } from '@sec/core'

/**
 * The question before a deployment.
 *
 * @param weighty - What cannot be taken back lightly: then the stack's name is asked for.
 */
export function deployQuestion({ stackName, accountId }: Identity, weighty?: string): Question {
  if (weighty === undefined)
    return { kind: 'yes-no', text: `Deploy ${stackName} to the account ${accountId}?` }
  const text = `${weighty} Type the stack's name to deploy ${stackName} to the account ${accountId}:`
  return { kind: 'typed', text, expected: stackName }
}

/** The question before a stack is deleted. */
export function deleteQuestion({ stackName, accountId }: Identity): Question {
  const text = `Type the stack's name to delete ${stackName} in the account ${accountId}:`
  return { kind: 'typed', text, expected: stackName }
}

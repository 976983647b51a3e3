import type { StackDescription } from '@sec/aws'
import type { Template } from '@sec/core'
import { busyError } from './busy-error.js'
import type { Deployed } from './deployed.js'
import type { AwsRun } from './run.js'
import { stackError } from './stack-error.js'

/** A deployed stack with its template. */
export interface Readable {
  readonly stack: StackDescription
  readonly template: Template
}

/** Stops the action where there is no deployed stack to look at. */
export async function requireReadable(run: AwsRun, { state, stack, template }: Deployed): Promise<Readable> {
  if (state.kind === 'busy') throw await busyError(run, state.stack)
  if (stack && template) return { stack, template }
  const { model, context } = run
  throw stackError('STACK_MISSING', { stack: model.identity.stackName, action: context.action })
}

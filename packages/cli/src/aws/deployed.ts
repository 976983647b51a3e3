import { type StackDescription, type StackState, stackStateOf } from '@sec/aws'
import { externalIdsIn } from '@sec/common/iam'
import { estateOf, parseDeployedTemplate, type Template, type TemplateEstate } from '@sec/core'
import type { AwsRun } from './run.js'

/** The stack as it was found, before anything is done. */
export interface Deployed {
  readonly state: StackState
  readonly stack?: StackDescription
  /** What is deployed; absent where nothing is, or where it cannot be read as a template. */
  readonly template?: Template
}

/** Looks at the stack, and at its template where there is one. */
export async function readDeployed(run: AwsRun): Promise<Deployed> {
  const stack = await run.aws.stacks.describeStack(run.model.identity.stackName)
  const state = stackStateOf(stack)
  if (!stack) return { state }
  const template = hasTemplate(state) ? await readTemplate(run, stack) : undefined
  return { state, stack, ...(template && { template }) }
}

function hasTemplate({ kind }: StackState): boolean {
  return kind === 'ready' || kind === 'rollback-stuck' || kind === 'delete-failed'
}

async function readTemplate(run: AwsRun, stack: StackDescription): Promise<Template | undefined> {
  const template = parseDeployedTemplate(await run.aws.stacks.getTemplate(stack.stackId))
  run.context.hide(externalIdsIn(template))
  return template
}

/** What a template makes in this account; tags of the stack reach its roles. */
export function estateIn(
  run: AwsRun,
  template: Template,
  stackTags: Readonly<Record<string, string>>,
): TemplateEstate {
  return estateOf(template, run.model.identity, stackTags)
}

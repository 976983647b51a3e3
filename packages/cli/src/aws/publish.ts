import { type ParameterPlan, planParameters, publishParameters, type StackDescription } from '@sec/aws'
import type { AwsRun } from './run.js'
import { tellMissingOutputs } from './tell-missing.js'

/** Where the ARNs of an estate are published. */
export function parameterPath({ model }: Pick<AwsRun, 'model'>): string {
  return `/security/${model.identity.stem}`
}

/** Makes the parameters equal to the outputs; what an earlier run left half done is finished. */
export async function publish(run: AwsRun, stack: StackDescription): Promise<void> {
  const { aws, context, model, shield } = run
  const path = parameterPath(run)
  const found = await aws.parameters.getParametersByPath(path)
  const plan = keepMissing(planParameters(stack.outputs, found, path), await tellMissingOutputs(run, stack))
  await publishParameters(
    aws.parameters,
    plan,
    {
      description: `Published by SEC Provisioner from the stack ${model.identity.stackName}`,
      tags: model.tags,
    },
    shield.waiting,
    ({ name }) => context.output.detail(`wrote ${name}`),
  )
  const counts = { written: plan.write.length, removed: plan.remove.length, unchanged: plan.unchanged }
  context.output.field('parameters', { path, ...counts })
  context.output.result(
    `parameters under ${path}/: ${counts.written} written, ${counts.removed} removed, ${counts.unchanged} unchanged`,
  )
}

/** What the template says and the stack does not tell is no reason to take a value away from its readers. */
function keepMissing(plan: ParameterPlan, missing: readonly string[]): ParameterPlan {
  const kept = new Set(missing.map((key) => `${plan.path}${key}`))
  return { ...plan, remove: plan.remove.filter((name) => !kept.has(name)) }
}

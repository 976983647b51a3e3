import { type ActionContext, withThousands } from '@sec/common/cli'
import type { PlanCall, PlanStep } from '../plan/plan-step.js'

/** Shows a plan: the field `plan` for scripts, numbered lines for people. */
export function showPlan(
  steps: readonly PlanStep[],
  { output, action }: Pick<ActionContext, 'output' | 'action'>,
): void {
  output.field('plan', steps)
  for (const line of planText(steps, action)) output.result(line)
}

/** A plan in lines; what is done under a condition stands further in, below it. */
export function planText(steps: readonly PlanStep[], action: string): readonly string[] {
  const width = String(steps.length).length
  const lines = steps.flatMap((step, index) => [
    ...headings(step.when ?? [], steps[index - 1]?.when ?? []),
    ...numbered(step, String(index + 1).padStart(width)),
  ])
  return [`${action} would do this, in this order:`, '', ...lines, '', 'nothing was called']
}

/** The conditions that the step before did not have. */
function headings(when: readonly string[], before: readonly string[]): readonly string[] {
  const common = when.findIndex((condition, depth) => condition !== before[depth])
  return common < 0
    ? []
    : when.slice(common).map((condition, more) => `${indent(common + more)}${condition}:`)
}

function numbered(step: PlanStep, number: string): readonly string[] {
  const space = indent(step.when?.length ?? 0)
  const below = `${space}${' '.repeat(number.length + 2)}`
  const head = `${space}${number}. ${step.kind === 'call' ? step.why : step.text}`
  return step.kind === 'call' ? [head, `${below}${callLine(step)}`] : [head]
}

function indent(depth: number): string {
  return '   '.repeat(depth)
}

function callLine(step: PlanCall): string {
  const facts = [
    ...(step.bytes === undefined ? [] : [`${withThousands(step.bytes)} bytes`]),
    ...(step.times === undefined || step.times === 1 ? [] : [`${step.times} times`]),
    ...(step.timesAtMost === undefined ? [] : [atMost(step.timesAtMost)]),
    ...(step.until === undefined ? [] : [step.until]),
  ]
  return [`${step.call} on ${step.on}`, ...facts].join(', ')
}

function atMost(times: number): string {
  return times === 1 ? 'once at most' : `${times} times at most`
}

import { describe, expect, it } from 'vitest'
import type { PlanStep } from '../../packages/cli/src/plan/plan-step.js'
import { callsInPlan } from '../../packages/cli/test/support/calls-in-plan.js'
import { type Life, newLife, proxyFor } from './support/life.js'

const grown = (life: Life) => life.edit('s3: level1 }', 's3: level1, ecr: level1 }')
const shrunk = (life: Life) =>
  life.edit('    business_consumers:\n      policy_assignments: { bedrock: level1 }\n', '')

/** Runs of actions, and what is there before them. */
const runs: readonly {
  readonly args: readonly string[]
  readonly name: string
  readonly isDeployed: boolean
  readonly edit?: (life: Life) => void
}[] = [
  { name: 'a first look', args: ['show-changes'], isDeployed: false },
  { name: 'a look at a change', args: ['show-changes'], isDeployed: true, edit: grown },
  { name: 'a deploy that creates', args: ['deploy', '--force'], isDeployed: false },
  { name: 'a deploy that updates', args: ['deploy', '--force'], isDeployed: true, edit: grown },
  { name: 'a deploy without changes', args: ['deploy', '--force'], isDeployed: true },
  { name: 'a deploy that reverts drift', args: ['deploy', '--force', '--revert-drift'], isDeployed: true },
  { name: 'a check of drift', args: ['check-drift'], isDeployed: true },
  { name: 'a test deployment', args: ['test-deploy', '--force'], isDeployed: false },
  { name: 'a test deployment that is kept', args: ['test-deploy', '--force', '--keep'], isDeployed: false },
  { name: 'a deletion', args: ['delete-stack', '--force'], isDeployed: true },
  { name: 'a deletion of nothing', args: ['delete-stack', '--force'], isDeployed: false },
]

async function lifeBefore({
  isDeployed,
  edit,
}: Pick<(typeof runs)[number], 'isDeployed' | 'edit'>): Promise<Life> {
  const life = newLife(edit === shrunk ? { isLarger: true } : {})
  if (isDeployed) await life.must(['deploy', '--force'])
  edit?.(life)
  return life
}

async function planOf(life: Life, args: readonly string[]): Promise<readonly PlanStep[]> {
  const { plan } = (await life.must([...args, '--dry-run', '--format', 'json'])).json()
  return plan as readonly PlanStep[]
}

async function callsOf(life: Life, args: readonly string[]): Promise<readonly string[]> {
  const proxy = await proxyFor(life)
  await life.must(args, { endpointUrl: proxy.endpointUrl })
  return proxy.calls.map(({ call }) => call)
}

/** Calls in the order in which they were made first; reads of IAM are made eight at once, so they count as one. */
function firstCalls(calls: readonly string[]): readonly string[] {
  return [...new Set(calls.map((call) => (call.startsWith('iam:') ? 'iam' : call)))]
}

/** What of the calls does not come in the plan after those before it. */
function outOfOrder(calls: readonly string[], plan: readonly PlanStep[]): readonly string[] {
  const planned = plan.flatMap((step) => (step.kind === 'call' ? [step.call] : []))
  let at = 0
  return calls.filter((call) => {
    const next = planned.findIndex((each, index) => index >= at && each.startsWith(call))
    if (next >= 0) at = next
    return next < 0
  })
}

describe('the plan of', () => {
  it.each(runs)('$name names every call that is made, in its order', async (each) => {
    const life = await lifeBefore(each)
    const plan = await planOf(life, each.args)
    const { always, maybe } = callsInPlan(plan)
    const made = await callsOf(life, each.args)
    expect([...new Set(made)].filter((call) => ![...always, ...maybe].includes(call))).toEqual([])
    // Drift is looked for by CloudFormation and through IAM at the same time.
    const inOrder = each.args[0] === 'check-drift' ? made.filter((call) => !call.startsWith('iam:')) : made
    expect(outOfOrder(firstCalls(inOrder), plan)).toEqual([])
  })

  it.each(runs.filter(({ name }) => !/without|of nothing|kept/.test(name)))(
    '$name names as certain only what is made',
    async (each) => {
      const life = await lifeBefore(each)
      const { always } = callsInPlan(await planOf(life, each.args))
      const made = await callsOf(life, each.args)
      expect(always.filter((call) => !made.includes(call))).toEqual([])
    },
  )

  it('a deletion of one group names what is read of it', async () => {
    const life = await lifeBefore({ isDeployed: true, edit: shrunk })
    const { always, maybe } = callsInPlan(await planOf(life, ['deploy', '--force']))
    const made = await callsOf(life, ['deploy', '--force'])
    expect(made).toContain('iam:ListEntitiesForPolicy')
    expect(made.filter((call) => ![...always, ...maybe].includes(call))).toEqual([])
  })
})

import { type AwsAction, type AwsCall, actionCalls } from '@sec/core'
import { describe, expect, it } from 'vitest'
import type { PlanCall, PlanStep } from '../src/plan/plan-step.js'
import { exampleText, runCli, testFolder } from './run-cli.js'
import { callsInPlan } from './support/calls-in-plan.js'

const actions = Object.keys(actionCalls) as AwsAction[]

async function planOf(action: AwsAction, config: string, ...flags: readonly string[]) {
  const folder = testFolder()
  folder.write('a.yaml', config)
  const run = await runCli(folder, [action, '-c', 'a.yaml', '--dry-run', '--format', 'json', ...flags])
  return (run.json() as unknown as { readonly plan: readonly PlanStep[] }).plan
}

const large = exampleText('startup-5.yaml')
const largeByParameter = large.replace(/template_bucket: .*/, 'template_bucket: ssm:/shared/templates')
const inline = exampleText('inline-policies.yaml')

const callsOf = (steps: readonly PlanStep[]) => steps.filter((step): step is PlanCall => step.kind === 'call')

function made(action: AwsAction): readonly string[] {
  const rows: readonly AwsCall[] = actionCalls[action]
  const calls = rows.filter(({ by }) => by === 'tool').map(({ call }) => call)
  return [...new Set(calls)].sort()
}

describe.each(actions)('the plan of %s', (action) => {
  it('has the calls of the table, all of them and no others', async () => {
    const plans = [await planOf(action, largeByParameter), await planOf(action, inline)]
    if (action === 'deploy') plans.push(await planOf(action, inline, '--revert-drift'))
    const planned = plans.flatMap(callsOf).map(({ call }) => call)
    expect([...new Set(planned)].sort()).toEqual(made(action))
  })

  it('begins with the account, and always makes what a run to its end makes', async () => {
    const plan = await planOf(action, large)
    expect(callsOf(plan)[0]?.call).toBe('sts:GetCallerIdentity')
    const { always, maybe } = callsInPlan(plan)
    expect(always).toContain('cloudformation:DescribeStacks')
    expect(always.filter((call) => maybe.includes(call))).toEqual([])
  })

  it('takes a condition with it into everything below it', async () => {
    const plan = await planOf(action, large)
    expect(
      plan.flatMap(({ when = [] }) => when).filter((text) => !/^(if|for each) [^.]+$/.test(text)),
    ).toEqual([])
  })
})

describe('the way of the template', () => {
  const upload = async (config: string, ...flags: readonly string[]) => {
    const plan = await planOf('deploy', config, ...flags)
    const [put] = callsOf(plan).filter(({ call }) => call === 's3:PutObject')
    const [create] = callsOf(plan).filter(({ call }) => call === 'cloudformation:CreateChangeSet')
    return { put, create, words: plan.flatMap((step) => (step.kind === 'decision' ? [step.text] : [])) }
  }

  it('leads through the bucket where a request is too small, and says with how many bytes', async () => {
    const { put, create, words } = await upload(large)
    expect(put?.bytes).toBeGreaterThan(51_200)
    expect(create).not.toHaveProperty('bytes')
    expect(words.join('\n')).toMatch(
      /through the bucket \S+: it has [\d,]+ bytes, and a request takes 51,200/,
    )
  })

  it('is inline where a request has room', async () => {
    const { put, create, words } = await upload(inline)
    expect(put).toBeUndefined()
    expect(create?.bytes).toBeLessThanOrEqual(51_200)
    expect(words.join('\n')).toMatch(/goes inline: it has [\d,]+ bytes/)
  })

  it('is asked for at the parameter that names the bucket', async () => {
    const plan = await planOf('deploy', largeByParameter)
    expect(callsOf(plan).find(({ call }) => call === 'ssm:GetParameter')?.on).toBe('/shared/templates')
  })
})

describe('the flags', () => {
  it('leave out questions with --force', async () => {
    const words = (steps: readonly PlanStep[]) => JSON.stringify(steps)
    expect(words(await planOf('deploy', large))).toContain('asks \\"Deploy ')
    expect(words(await planOf('deploy', large, '--force'))).not.toContain('asks \\"')
  })

  it('always look at the change set with --revert-drift', async () => {
    const call = 'cloudformation:CreateChangeSet'
    expect(callsInPlan(await planOf('deploy', large)).maybe).toContain(call)
    expect(callsInPlan(await planOf('deploy', large, '--revert-drift')).always).toContain(call)
  })

  it('keep the test stack with --keep', async () => {
    const call = 'cloudformation:DeleteStack'
    expect(callsInPlan(await planOf('test-deploy', large)).always).toContain(call)
    expect(callsInPlan(await planOf('test-deploy', large, '--keep')).maybe).toContain(call)
  })

  it('give a test names of its own', async () => {
    const calls = callsOf(await planOf('test-deploy', large)).filter(({ call }) => call === 'iam:GetGroup')
    expect(calls.flatMap(({ names = [] }) => names).filter((name) => !/-t[a-z0-9]{6}$/.test(name))).toEqual(
      [],
    )
  })
})

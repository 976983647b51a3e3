import { type Fault, startFaultProxy } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { afterAll, describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { type BuiltEnd, type BuiltRun, runBuilt, startBuilt } from './support/built-program.js'
import { differencesFrom } from './support/fault-cases.js'
import { type Life, lifeIn } from './support/life.js'
import { tinyConfig } from './support/tiny-estate.js'

type Estate = 'nothing' | 'estate' | 'larger'

interface Case {
  /** What is deployed before, what the config says, and what is there after the action. */
  readonly name: string
  readonly args: readonly string[]
  readonly before: Estate
  readonly config: Estate
  readonly after: Estate
  /** The call that is hit, and by what. */
  readonly at: string
  readonly fault: Fault['kind'] | NodeJS.Signals
  /** How the first run ends: an exit code, or the signal that ended it. */
  readonly ends: number | NodeJS.Signals
  /** Names of stacks that the first run may leave. */
  readonly leaves?: RegExp
}

const create = {
  name: 'a creation',
  args: ['deploy'],
  before: 'nothing',
  config: 'estate',
  after: 'estate',
} as const
const update = {
  name: 'an update',
  args: ['deploy'],
  before: 'estate',
  config: 'larger',
  after: 'larger',
} as const
const test = {
  name: 'a test',
  args: ['test-deploy'],
  before: 'nothing',
  config: 'estate',
  after: 'nothing',
} as const
const deletion = {
  name: 'a deletion',
  args: ['delete-stack'],
  before: 'estate',
  config: 'estate',
  after: 'nothing',
} as const

/** A sample of the fault table, with the program as it is built, and with real signals. */
const cases: readonly Case[] = [
  { ...create, at: 'cloudformation:CreateChangeSet', fault: 'throttle', ends: 0 },
  { ...create, at: 'cloudformation:CreateChangeSet', fault: 'cut-after', ends: 0 },
  { ...create, at: 'cloudformation:DescribeChangeSet', fault: 'SIGINT', ends: 130 },
  { ...create, at: 'cloudformation:ExecuteChangeSet', fault: 'SIGINT', ends: 130, leaves: /CREATE_COMPLETE/ },
  { ...create, at: 'cloudformation:DescribeChangeSet', fault: 'SIGKILL', ends: 'SIGKILL', leaves: /REVIEW/ },
  { ...update, at: 'cloudformation:ExecuteChangeSet', fault: 'cut-after', ends: 0 },
  { ...update, at: 'cloudformation:DescribeStackEvents', fault: 'SIGTERM', ends: 143 },
  { ...update, at: 'ssm:PutParameter', fault: 'SIGKILL', ends: 'SIGKILL' },
  { ...test, at: 'iam:SimulatePrincipalPolicy', fault: 'throttle', ends: 0 },
  { ...test, at: 'iam:GetRole', fault: 'SIGINT', ends: 130 },
  { ...test, at: 'cloudformation:ExecuteChangeSet', fault: 'SIGTERM', ends: 143 },
  { ...deletion, at: 'cloudformation:DeleteStack', fault: 'cut-after', ends: 0 },
  { ...deletion, at: 'cloudformation:DeleteStack', fault: 'SIGINT', ends: 130 },
  { ...deletion, at: 'ssm:DeleteParameters', fault: 'SIGKILL', ends: 'SIGKILL' },
]

describe.concurrent('the built program', () => {
  it.for(cases.map((each) => [nameOf(each), each] as const))('%s', async ([, each]) => {
    const life = await prepare(each)
    const first = await runInto(each, life)
    expect(first.signal ?? first.exitCode, first.err).toBe(each.ends)
    expect(await unsettled(life, each)).toEqual([])
    const again = await runBuilt([...each.args, '--force'], life)
    expect(again.exitCode, again.err).toBe(0)
    expect(await differencesFrom(each.after, life.account)).toEqual([])
  })
})

function nameOf({ name, at, fault, ends }: Case): string {
  return `outlives ${name} with ${fault} at ${at}, and ends with ${ends}`
}

function newLife(): Life {
  const account = testServer().newAccount()
  return lifeIn(account, tinyConfig(account.accountId))
}

async function prepare({ before, config }: Case): Promise<Life> {
  const life = newLife()
  if (before === 'estate') await life.must(['deploy', '--force', '--quiet'])
  life.write(tinyConfig(life.account.accountId, { isLarger: config === 'larger' }))
  return life
}

/** Runs the program through a proxy that does what the case says. */
async function runInto({ args, at, fault }: Case, life: Life): Promise<BuiltEnd> {
  const proxy = await startFaultProxy(life.endpointUrl)
  const run: BuiltRun = startBuilt([...args, '--force'], { ...life, endpointUrl: proxy.endpointUrl })
  const kill = () => void run.child.kill(fault as NodeJS.Signals)
  proxy.inject({
    at: { call: at },
    fault: /^SIG/.test(fault) ? { kind: 'call', run: kill } : ({ kind: fault } as Fault),
  })
  const ended = await run.ended
  await proxy.stop()
  return ended
}

/** What no first run may leave: tests of a deployment, change sets, half a stack. */
async function unsettled({ account }: Life, { fault, leaves = /^$/ }: Case): Promise<readonly string[]> {
  if (fault === 'SIGKILL') return []
  const { stacks, changeSets } = await stateOf(account)
  const half = stacks.filter((stack) => /-t[a-z0-9]{6} |REVIEW|IN_PROGRESS|FAILED/.test(stack))
  return [...half.filter((stack) => !leaves.test(stack)), ...changeSets]
}

describe.concurrent('a signal', () => {
  it('that comes twice ends the program at once', async () => {
    const life = newLife()
    await life.account.setPace(20_000)
    const run = startBuilt(['deploy', '--force'], life)
    await run.says('CREATE_IN_PROGRESS')
    run.child.kill('SIGINT')
    await run.says('press Ctrl-C again to leave at once')
    const started = performance.now()
    run.child.kill('SIGINT')
    expect((await run.ended).signal).toBe('SIGINT')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('that kills a test deployment leaves a stack, which later runs leave alone, and remove when it is old', async () => {
    const life = newLife()
    const killed = { ...test, at: 'iam:GetRole', fault: 'SIGKILL', ends: 'SIGKILL' } as const
    expect((await runInto(killed, life)).signal).toBe('SIGKILL')
    const [left = ''] = (await stateOf(life.account)).stacks
    expect(left).toMatch(/-t[a-z0-9]{6} CREATE_COMPLETE$/)
    const soon = await runBuilt(['test-deploy', '--force'], life)
    expect([soon.exitCode, soon.err]).toEqual([
      0,
      expect.stringContaining(`left alone: ${left.split(' ')[0]}`),
    ])
    expect((await stateOf(life.account)).stacks).toEqual([left])
    // A process cannot be made three hours older, so this run is one of this process.
    await life.must(['test-deploy', '--force'], { now: () => new Date(Date.now() + 3 * 3_600_000) })
    expect(await differencesFrom('nothing', life.account)).toEqual([])
  })
})

describe('standard error of the built program', () => {
  it('has no words of the SDK about versions of Node', async () => {
    const { exitCode, err } = await runBuilt(['show-changes'], newLife())
    expect([exitCode, err]).toEqual([0, expect.not.stringMatching(/node:\d+|a\.co\/|NodeVersion/)])
  })
})

afterAll(() => console.log(`built program: ${cases.length} cases of the fault table`))

import { DeleteStackCommand } from '@aws-sdk/client-cloudformation'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { stackOf } from './support/by-hand.js'
import { type Life, newLife, proxyFor, region, via } from './support/life.js'
import { asked } from './support/questions.js'
import type { SecRun } from './support/run-sec.js'
import { smallConfig } from './support/small-estate.js'
import { untilStatus } from './support/until.js'

const everything = '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'

/** Moments of a second deploy at which the first comes before it. */
const moments = [
  'sts:GetCallerIdentity',
  'cloudformation:DescribeStacks',
  'cloudformation:ListStacks',
  'iam:GetRole',
  'iam:GetAccountSummary',
  'cloudformation:CreateChangeSet',
  'cloudformation:DescribeChangeSet',
  'cloudformation:ExecuteChangeSet',
]

interface Race {
  readonly first: SecRun
  readonly second: SecRun
}

/** A deploy by ann comes up while a second deploy of the same config is at one of its calls. */
async function race(life: Life, call: string, isOver: boolean): Promise<Race> {
  const { account } = life
  const ann = await account.createUser('ann', [everything])
  const proxy = await proxyFor(life)
  let first: Promise<SecRun> | undefined
  const comeBefore = async () => {
    if (!isOver) await account.setPace(60)
    first = life.run(['deploy', '--force'], { credentials: ann })
    await (isOver ? first : untilStatus(life, /^(CREATE|UPDATE)_IN_PROGRESS$/))
  }
  proxy.inject({ at: { call }, fault: { kind: 'call', run: comeBefore } })
  const second = await life.run(['deploy', '--force'], via(proxy))
  await account.setPace(0)
  if (!first) throw new Error(`the deploy does not call ${call}`)
  return { first: await first, second }
}

describe('two deploys of one config, of which one comes first', () => {
  it.each(moments)('at work when the other is at %s: it says who, and since when', async (call) => {
    const life = newLife()
    const { first, second } = await race(life, call, false)
    expect([first.exitCode, second.exitCode], second.err).toEqual([0, 1])
    expect(second.err).toMatch(/error {2}AWS_STACK_BUSY {2}.* a deploy by ann, since \d\d:\d\d:\d\d UTC/)
    expect(await stateOf(life.account)).toMatchObject({
      stacks: [`${life.stackName} CREATE_COMPLETE`],
      changeSets: [],
    })
  })

  it.each(moments)('and done when the other is at %s: nothing is done twice', async (call) => {
    const life = newLife()
    const { first, second } = await race(life, call, true)
    expect(first.exitCode, first.err).toBe(0)
    if (second.exitCode === 0) expect(second.out).toContain('nothing to change')
    else
      expect([second.exitCode, second.err]).toEqual([
        1,
        expect.stringMatching(/run the (same )?command again/),
      ])
    expect(await stateOf(life.account)).toMatchObject({
      stacks: [`${life.stackName} CREATE_COMPLETE`],
      changeSets: [],
    })
    const again = await life.must(['deploy', '--force'])
    expect(again.out).toContain('nothing to change')
  })

  it.each(['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'])(
    'updating, when the other is at %s',
    async (call) => {
      const life = newLife()
      await life.must(['deploy', '--force'])
      life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))
      const { first, second } = await race(life, call, false)
      expect([first.exitCode, second.exitCode], second.err).toEqual([0, 1])
      expect(second.err).toMatch(/error {2}AWS_STACK_BUSY {2}.* a deploy by ann, since \d\d:\d\d:\d\d UTC/)
      const { stacks, changeSets } = await stateOf(life.account)
      expect([stacks, changeSets]).toEqual([[`${life.stackName} UPDATE_COMPLETE`], []])
    },
  )
})

describe('at the same time', () => {
  it('two deploys: one does it', async () => {
    const life = newLife()
    await life.account.setPace(30)
    const both = await Promise.all([life.run(['deploy', '--force']), life.run(['deploy', '--force'])])
    await life.account.setPace(0)
    const done = both.filter(({ out }) => out.includes(`${life.stackName}: created`))
    expect(done, both.map(({ err }) => err.slice(-500)).join('\n')).toHaveLength(1)
    expect(both.map(({ exitCode }) => exitCode).sort()).toEqual([0, 1])
    expect((await stackOf(life))?.StackStatus).toBe('CREATE_COMPLETE')
    expect((await stateOf(life.account)).changeSets).toEqual([])
  })

  it.each([{ exists: false }, { exists: true }])(
    'two show-changes: both tell the same, and leave nothing, $exists',
    async ({ exists }) => {
      const life = newLife()
      if (exists) await life.must(['deploy', '--force'])
      life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))
      const before = await stateOf(life.account)
      const [one, other] = await Promise.all([life.run(['show-changes']), life.run(['show-changes'])])
      expect([one.exitCode, other.exitCode], one.err + other.err).toEqual([0, 0])
      expect(one.out).toBe(other.out)
      expect(await stateOf(life.account)).toEqual(before)
    },
  )

  it.each([['show-changes'], ['deploy', '--force']])(
    '%s, whose empty stack the clean-up of another takes away',
    async (...args) => {
      const life = newLife()
      const proxy = await proxyFor(life)
      const takeAway = async () => {
        const { cloudformation } = life.account.clients(region)
        await cloudformation.send(new DeleteStackCommand({ StackName: life.stackName }))
      }
      proxy.inject({
        at: { call: 'cloudformation:DescribeChangeSet' },
        fault: { kind: 'call', run: takeAway },
      })
      const ended = await life.run(args, via(proxy))
      expect(ended.exitCode, ended.err).toBe(0)
      const wanted = args[0] === 'deploy' ? [`${life.stackName} CREATE_COMPLETE`] : []
      expect(await stateOf(life.account)).toMatchObject({ stacks: wanted, changeSets: [] })
    },
  )

  it('two test-deploys: both are well, and leave nothing', async () => {
    const life = newLife()
    const both = await Promise.all([
      life.run(['test-deploy', '--force']),
      life.run(['test-deploy', '--force']),
    ])
    expect(
      both.map(({ exitCode }) => exitCode),
      both[0].err + both[1].err,
    ).toEqual([0, 0])
    expect(await stateOf(life.account)).toMatchObject({ stacks: [], groups: [], roles: [], policies: [] })
  })

  it.each([{ exists: false }, { exists: true }])(
    'a deploy that waits at its question, and a show-changes beside it, $exists',
    async ({ exists }) => {
      const life = newLife()
      if (exists) await life.must(['deploy', '--force'])
      life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))
      const looks: SecRun[] = []
      const look = async () => {
        looks.push(await life.run(['show-changes']))
        return true
      }
      const { ended } = await asked(life, ['deploy'], look)
      expect(looks.map(({ exitCode }) => exitCode)).toEqual([0])
      expect(ended.exitCode, ended.err).toBe(0)
      expect((await stateOf(life.account)).changeSets).toEqual([])
    },
  )
})

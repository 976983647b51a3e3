import type { FaultProxy } from '@sec/test-server'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { stackOf } from './support/by-hand.js'
import { type Life, newLife, proxyFor, via } from './support/life.js'
import type { SecWorld } from './support/run-sec.js'
import { untilStatus } from './support/until.js'

const minuteMs = 60_000

/** The time of a run, which goes on by itself, and by leaps. */
interface Clock {
  readonly now: () => Date
  readonly leap: (minutes: number) => void
}

function createClock(): Clock {
  let leaptMs = 0
  return {
    now: () => new Date(Date.now() + leaptMs),
    leap: (minutes) => {
      leaptMs += minutes * minuteMs
    },
  }
}

/** Lets something happen at the first call of a name that comes after another call. */
function after(proxy: FaultProxy, first: string, then: string, happen: () => void): void {
  const arm = () => {
    const nth = proxy.calls.filter(({ call }) => call === then).length + 1
    proxy.inject({ at: { call: then, nth }, fault: { kind: 'call', run: happen } })
  }
  proxy.inject({ at: { call: first }, fault: { kind: 'call', run: arm } })
}

/** An account that takes its time, and a clock that leaps over so many minutes of what each of the calls asked for. */
async function slowWorld(life: Life, minutes: number, calls: readonly string[]): Promise<Partial<SecWorld>> {
  await life.account.setPace(200)
  const [proxy, clock] = [await proxyFor(life), createClock()]
  for (const call of calls)
    after(proxy, `cloudformation:${call}`, 'cloudformation:DescribeStackEvents', () => clock.leap(minutes))
  return { ...via(proxy), now: clock.now }
}

/** What a person reads about an error: its line, and what to do. */
function errorAndHint(err: string): string {
  return /^error {2}.*\n {2}.*$/m.exec(err)?.[0] ?? ''
}

const nothing = {
  stacks: [],
  changeSets: [],
  groups: [],
  roles: [],
  policies: [],
  parameters: [],
  objects: [],
}

describe('a creation that takes longer than the limit', () => {
  it('ends deploy, which says what goes on; the next says who is at work, and then finishes', async () => {
    const life = newLife()
    const slow = await life.run(['deploy', '--force'], await slowWorld(life, 90, ['ExecuteChangeSet']))
    expect([slow.exitCode, slow.out]).toEqual([1, ''])
    expect(errorAndHint(slow.err)).toBe(
      `error  AWS_WAIT_TOO_LONG  waited 90 minutes for the deployment of the stack "${life.stackName}", which has not ended; CloudFormation goes on with it\n  look at the events of the stack in the CloudFormation console, and run the command again when it has ended`,
    )
    expect((await stackOf(life))?.StackStatus).toBe('CREATE_IN_PROGRESS')
    const soon = await life.run(['deploy', '--force'])
    expect([soon.exitCode, soon.err]).toEqual([
      1,
      expect.stringMatching(/AWS_STACK_BUSY .*a deploy by root, since/),
    ])
    await life.account.setPace(0)
    await untilStatus(life, /^CREATE_COMPLETE$/)
    expect((await stateOf(life.account)).parameters).toEqual([])
    await life.must(['deploy', '--force'])
    expect((await stateOf(life.account)).parameters).not.toEqual([])
  })

  it('ends test-deploy, which removes everything, for which it has as long again', async () => {
    const life = newLife()
    const slow = await life.run(['test-deploy', '--force'], await slowWorld(life, 90, ['ExecuteChangeSet']))
    expect([slow.exitCode, slow.out]).toEqual([1, ''])
    expect(errorAndHint(slow.err)).toMatch(
      /^error {2}AWS_WAIT_TOO_LONG {2}waited 90 minutes for the deployment of the stack "\S+-t\w{6}", which has not ended; the test gives it up and removes the stack\n {2}run test-deploy again; https:\/\/health/,
    )
    expect(slow.err).not.toContain('CLEAN_UP_FAILED')
    expect(await stateOf(life.account)).toEqual(nothing)
  })

  it('does not end either a little before the limit', async () => {
    const life = newLife()
    await life.must(['test-deploy', '--force'], await slowWorld(life, 89, ['ExecuteChangeSet']))
    expect(await stateOf(life.account)).toEqual(nothing)
    await life.must(['deploy', '--force'], await slowWorld(life, 89, ['ExecuteChangeSet']))
  })
})

describe('a removal that takes longer than the limit, too', () => {
  it('is said by test-deploy, which names what stays and goes on by itself', async () => {
    const life = newLife()
    const calls = ['ExecuteChangeSet', 'DeleteStack']
    const slow = await life.run(['test-deploy', '--force'], await slowWorld(life, 90, calls))
    const [left = ''] = (await stateOf(life.account)).stacks
    expect(left).toMatch(/-t\w{6} DELETE_IN_PROGRESS$/)
    expect(slow.exitCode).toBe(1)
    expect(slow.err).toMatch(/CLEAN_UP_FAILED .*waited 90 minutes for the deletion of the stack/)
    expect(slow.err).toContain(`the deletion of the stack "${left.split(' ')[0]}"`)
  })

  it('ends delete-stack; the next finds the stack gone', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const slow = await life.run(['delete-stack', '--force'], await slowWorld(life, 90, ['DeleteStack']))
    expect([slow.exitCode, errorAndHint(slow.err)]).toEqual([
      1,
      expect.stringContaining(
        `waited 90 minutes for the deletion of the stack "${life.stackName}", which has not ended; CloudFormation goes on with it`,
      ),
    ])
    await life.account.setPace(0)
    await untilStatus(life, /^$/)
    await life.must(['delete-stack', '--force'])
    expect(await stateOf(life.account)).toEqual(nothing)
  })
})

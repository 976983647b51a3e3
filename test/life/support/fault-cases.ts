import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, type FaultProxy, startFaultProxy, type TestAccount } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { type AccountState, stateOf } from './account-state.js'
import { folderWith, runSec, type SecRun } from './run-sec.js'
import { tinyConfig } from './tiny-estate.js'

/** What goes wrong with one call. */
export type FaultName =
  | 'throttled once'
  | 'throttled for a while'
  | 'answered 500'
  | 'cut before the server acted'
  | 'cut after the server acted'
  | 'slow'
  | 'SIGINT'

export interface FaultCase {
  readonly scenario: ScenarioName
  readonly n: number
  readonly call: string
  readonly fault: FaultName
}

interface Scenario {
  readonly args: readonly string[]
  /** What is deployed before. */
  readonly before: 'nothing' | 'estate'
  /** What the config says when the action runs. */
  readonly config: 'estate' | 'larger'
  /** What is there after the action has ended well. */
  readonly after: 'nothing' | 'estate' | 'larger'
}

const scenarios = {
  'deploy that creates': {
    args: ['deploy', '--force'],
    before: 'nothing',
    config: 'estate',
    after: 'estate',
  },
  'deploy that updates': { args: ['deploy', '--force'], before: 'estate', config: 'larger', after: 'larger' },
  'test-deploy': { args: ['test-deploy', '--force'], before: 'nothing', config: 'estate', after: 'nothing' },
  'delete-stack': { args: ['delete-stack', '--force'], before: 'estate', config: 'estate', after: 'nothing' },
  'show-changes': { args: ['show-changes'], before: 'nothing', config: 'estate', after: 'nothing' },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

interface Place {
  readonly account: TestAccount
  readonly folder: string
  readonly endpointUrl: string
}

/** Every call of a normal run of each scenario, with every fault. */
export async function faultCases(names: readonly ScenarioName[]): Promise<readonly FaultCase[]> {
  const calls = await Promise.all(names.map(callsOf))
  return names.flatMap((scenario, index) =>
    (calls[index] ?? []).flatMap(({ n, call }) => faultNames.map((fault) => ({ scenario, n, call, fault }))),
  )
}

const faultNames: readonly FaultName[] = [
  'throttled once',
  'throttled for a while',
  'answered 500',
  'cut before the server acted',
  'cut after the server acted',
  'slow',
  'SIGINT',
]

async function callsOf(scenario: ScenarioName): Promise<FaultProxy['calls']> {
  return withPlace(scenario, async (place) => {
    const proxy = await startFaultProxy(place.endpointUrl)
    const run = await act(scenario, place, proxy)
    if (run.exitCode !== 0) throw new Error(`${scenario} fails without a fault: ${run.err}`)
    const calls = [...proxy.calls]
    await proxy.stop()
    return calls
  })
}

/** @returns What is not as it should be; empty where all is well. */
export async function runFaultCase({ scenario, n, fault }: FaultCase): Promise<readonly string[]> {
  return withPlace(scenario, async (place) => {
    const proxy = await startFaultProxy(place.endpointUrl)
    const interruption = new AbortController()
    proxy.inject({ at: { n }, fault: faultOf(fault, () => interruption.abort('SIGINT')) })
    const first = await act(scenario, place, proxy, interruption.signal)
    await proxy.stop()
    const wrong = [...firstFaults(first, fault), ...(await leftOf(scenario, place, first))]
    const again = await act(scenario, place)
    if (again.exitCode !== 0)
      wrong.push(`the second run ended with ${again.exitCode}: ${again.err.slice(-600)}`)
    return [...wrong, ...(await differencesAfter(scenario, place))]
  })
}

function faultOf(name: FaultName, interrupt: () => void): Fault {
  switch (name) {
    case 'throttled once':
      return { kind: 'throttle' }
    case 'throttled for a while':
      return { kind: 'throttle', times: 4 }
    case 'answered 500':
      return { kind: 'server-error' }
    case 'cut before the server acted':
      return { kind: 'cut-before' }
    case 'cut after the server acted':
      return { kind: 'cut-after' }
    case 'slow':
      return { kind: 'delay', delayMs: 150 }
    case 'SIGINT':
      return { kind: 'call', run: interrupt }
  }
}

/** A fault that passes is outlived; an interruption is said, unless the work was done already. */
function firstFaults({ exitCode, err }: SecRun, fault: FaultName): string[] {
  const expected = fault === 'SIGINT' ? [130] : [0]
  return expected.includes(exitCode) ? [] : [`the first run ended with ${exitCode}: ${err.slice(-600)}`]
}

/** What must never be there, however a run ended. */
async function leftOf(scenario: ScenarioName, { account }: Place, { exitCode }: SecRun): Promise<string[]> {
  const state = await stateOf(account)
  const isLook = scenario === 'test-deploy' || scenario === 'show-changes'
  const left = isLook ? [...state.stacks, ...state.groups, ...state.roles, ...state.policies] : []
  const unsettled = state.stacks.filter((stack) => /REVIEW|IN_PROGRESS|FAILED/.test(stack))
  return [...left, ...unsettled, ...state.changeSets].map(
    (name) => `left after exit code ${exitCode}: ${name}`,
  )
}

function differencesAfter(scenario: ScenarioName, { account }: Place): Promise<string[]> {
  return differencesFrom(scenarios[scenario].after, account)
}

/** What differs in an account from what a run without faults leaves. */
export async function differencesFrom(after: Scenario['after'], account: TestAccount): Promise<string[]> {
  const wanted = await wantedState(after)
  const found = withoutAccount(await stateOf(account), account.accountId)
  return (Object.keys(wanted) as (keyof AccountState)[])
    .filter((key) => JSON.stringify(wanted[key]) !== JSON.stringify(found[key]))
    .map((key) => `${key}: wanted ${JSON.stringify(wanted[key])}, found ${JSON.stringify(found[key])}`)
}

const wantedStates = new Map<string, Promise<AccountState>>()

/** What a deployment without faults leaves. */
function wantedState(after: Scenario['after']): Promise<AccountState> {
  const known = wantedStates.get(after) ?? makeWanted(after)
  wantedStates.set(after, known)
  return known
}

async function makeWanted(after: Scenario['after']): Promise<AccountState> {
  const place = newPlace()
  if (after !== 'nothing') {
    const status = after === 'larger' ? 'estate' : after
    await deployed(place, status)
    if (after === 'larger') await deployed(place, 'larger')
  }
  return withoutAccount(await stateOf(place.account), place.account.accountId)
}

function withoutAccount(state: AccountState, accountId: string): AccountState {
  return JSON.parse(JSON.stringify(state).replaceAll(accountId, 'ACCOUNT')) as AccountState
}

function newPlace(): Place {
  const server = testServer()
  const account = server.newAccount()
  return { account, endpointUrl: server.endpointUrl, folder: folderWith(tinyConfig(account.accountId)) }
}

async function deployed(place: Place, config: Scenario['config']): Promise<void> {
  writeConfig(place, config)
  const run = await runSec(['deploy', '--force', '--quiet'], { ...place, credentials: place.account.root })
  if (run.exitCode !== 0) throw new Error(run.err)
}

function writeConfig({ folder, account }: Place, config: Scenario['config']): void {
  writeFileSync(join(folder, 'config.yaml'), tinyConfig(account.accountId, config === 'larger'))
}

async function withPlace<Result>(
  scenario: ScenarioName,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const place = newPlace()
  const { before, config } = scenarios[scenario]
  if (before !== 'nothing') await deployed(place, before)
  writeConfig(place, config)
  return work(place)
}

function act(
  scenario: ScenarioName,
  place: Place,
  proxy?: FaultProxy,
  signal?: AbortSignal,
): Promise<SecRun> {
  return runSec(scenarios[scenario].args, {
    folder: place.folder,
    credentials: place.account.root,
    endpointUrl: proxy?.endpointUrl ?? place.endpointUrl,
    ...(signal && { signal }),
  })
}

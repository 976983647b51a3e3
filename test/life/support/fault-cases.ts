import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, type FaultProxy, startFaultProxy, type TestAccount } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { type AccountState, stateOf } from './account-state.js'
import { folderWith, runSec, type SecRun } from './run-sec.js'
import { type TinyOptions, tinyConfig } from './tiny-estate.js'

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
  /**
   * True where the template goes through a bucket. The calls that this adds meet every fault; those to CloudFormation,
   * which stand in the scenario without as well, are interrupted once more: now there is an object to remove.
   */
  readonly hasBucket?: boolean
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
  ...throughBucket(),
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

function throughBucket() {
  const scenario = (action: string, before: Scenario['before'], after: Scenario['after']) =>
    ({ args: [action, '--force'], before, config: 'estate', after, hasBucket: true }) as const
  return {
    'deploy through a bucket': scenario('deploy', 'nothing', 'estate'),
    'test-deploy through a bucket': scenario('test-deploy', 'nothing', 'nothing'),
    'show-changes through a bucket': scenario('show-changes', 'nothing', 'nothing'),
    'delete-stack with a bucket': scenario('delete-stack', 'estate', 'nothing'),
  } as const
}

const isLook = (scenario: ScenarioName) => /^(test-deploy|show-changes)/.test(scenario)
const bucketOf = (accountId: string) => `templates-${accountId}`

interface Place {
  readonly account: TestAccount
  readonly folder: string
  readonly endpointUrl: string
  /** What its config has in all its forms. */
  readonly options: TinyOptions
}

/** Every call of a normal run of each scenario, with every fault. */
export async function faultCases(names: readonly ScenarioName[]): Promise<readonly FaultCase[]> {
  const calls = await Promise.all(names.map(callsOf))
  return names.flatMap((scenario, index) =>
    (calls[index] ?? []).flatMap(({ n, call }) =>
      faultsFor(scenario, call).map((fault) => ({ scenario, n, call, fault })),
    ),
  )
}

function faultsFor(scenario: ScenarioName, call: string): readonly FaultName[] {
  if (!hasBucket(scenario) || call.startsWith('s3:')) return faultNames
  return call.startsWith('cloudformation:') && scenario !== 'delete-stack with a bucket' ? ['SIGINT'] : []
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
  const state = await stateOf(account, hasBucket(scenario) ? bucketOf(account.accountId) : undefined)
  const left = isLook(scenario) ? [...state.stacks, ...state.groups, ...state.roles, ...state.policies] : []
  // A template stays with its stack; what a deletion did not reach, the next one does.
  if (state.stacks.length === 0 && !scenario.startsWith('delete')) left.push(...state.objects)
  const unsettled = state.stacks.filter((stack) => /REVIEW|IN_PROGRESS|FAILED/.test(stack))
  return [...left, ...unsettled, ...state.changeSets].map(
    (name) => `left after exit code ${exitCode}: ${name}`,
  )
}

function differencesAfter(scenario: ScenarioName, { account }: Place): Promise<string[]> {
  return differencesFrom(scenarios[scenario].after, account, hasBucket(scenario))
}

/** What differs in an account from what a run without faults leaves. */
export async function differencesFrom(
  after: Scenario['after'],
  account: TestAccount,
  withBucket = false,
): Promise<string[]> {
  const wanted = await wantedState(after, withBucket)
  const found = await comparable(account, withBucket)
  return (Object.keys(wanted) as (keyof AccountState)[])
    .filter((key) => JSON.stringify(wanted[key]) !== JSON.stringify(found[key]))
    .map((key) => `${key}: wanted ${JSON.stringify(wanted[key])}, found ${JSON.stringify(found[key])}`)
}

const wantedStates = new Map<string, Promise<AccountState>>()

/** What a deployment without faults leaves. */
function wantedState(after: Scenario['after'], withBucket: boolean): Promise<AccountState> {
  const key = `${after} ${withBucket}`
  const known = wantedStates.get(key) ?? makeWanted(after, withBucket)
  wantedStates.set(key, known)
  return known
}

async function makeWanted(after: Scenario['after'], withBucket: boolean): Promise<AccountState> {
  const place = await newPlace(withBucket)
  if (after !== 'nothing') {
    const status = after === 'larger' ? 'estate' : after
    await deployed(place, status)
    if (after === 'larger') await deployed(place, 'larger')
  }
  return comparable(place.account, withBucket)
}

/** Without what differs from account to account, and from run to run: the id in the keys of templates. */
async function comparable(account: TestAccount, withBucket: boolean): Promise<AccountState> {
  const { accountId } = account
  const state = await stateOf(account, withBucket ? bucketOf(accountId) : undefined)
  const text = JSON.stringify({ ...state, objects: state.objects.map((key) => key.replace(digestAndId, '')) })
  return JSON.parse(text.replaceAll(accountId, 'ACCOUNT')) as AccountState
}

/** The digest is of a text that holds the account. */
const digestAndId = /[0-9a-f]{64}-[a-z0-9]{6}/

function hasBucket(scenario: ScenarioName): boolean {
  return 'hasBucket' in scenarios[scenario]
}

async function newPlace(withBucket: boolean): Promise<Place> {
  const server = testServer()
  const account = server.newAccount()
  const { accountId } = account
  if (withBucket) await account.createBucket(bucketOf(accountId), 'us-west-1')
  const options = withBucket ? { bucket: bucketOf(accountId) } : {}
  return { account, endpointUrl: server.endpointUrl, folder: folderWith(tinyConfig(accountId)), options }
}

async function deployed(place: Place, config: Scenario['config']): Promise<void> {
  writeConfig(place, config)
  const run = await runSec(['deploy', '--force', '--quiet'], { ...place, credentials: place.account.root })
  if (run.exitCode !== 0) throw new Error(run.err)
}

function writeConfig({ folder, account, options }: Place, config: Scenario['config']): void {
  const isLarger = config === 'larger'
  writeFileSync(join(folder, 'config.yaml'), tinyConfig(account.accountId, { ...options, isLarger }))
}

async function withPlace<Result>(
  scenario: ScenarioName,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const place = await newPlace(hasBucket(scenario))
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

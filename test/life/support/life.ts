import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FaultProxy, startFaultProxy, type TestAccount } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { onTestFinished } from 'vitest'
import { folderWith, runSec, type SecRun, type SecWorld } from './run-sec.js'
import { type SmallEstate, smallConfig } from './small-estate.js'

/** Where the small estate is deployed. */
export const region = 'us-west-1'

/** One estate in an account of its own, and what can be done to it. */
export interface Life extends SecWorld {
  readonly account: TestAccount
  readonly prefix: string
  readonly stem: string
  readonly stackName: string
  /** Runs an action on the config as it is now. */
  readonly run: (args: readonly string[], change?: Partial<SecWorld>) => Promise<SecRun>
  /** As `run`, for what has to go well before a test begins. */
  readonly must: (args: readonly string[], change?: Partial<SecWorld>) => Promise<SecRun>
  /** Writes the config anew. */
  readonly write: (config: string) => void
  /** Replaces a text of the config, which must be there. */
  readonly edit: (from: string, to: string) => void
}

/** A new account with a small config, of which nothing is deployed. */
export function newLife(change: Partial<SmallEstate> = {}): Life {
  const account = testServer().newAccount()
  return lifeIn(account, smallConfig({ accountId: account.accountId, ...change }), change.tenantId)
}

/** A life in an account that is there already. */
export function lifeIn(account: TestAccount, config: string, tenantId = 'x001', tier = 'startup'): Life {
  const world: SecWorld = {
    endpointUrl: account.endpointUrl,
    credentials: account.root,
    folder: folderWith(config),
  }
  const file = join(world.folder, 'config.yaml')
  const prefix = `acme-dev-${tenantId}`
  const stem = `${prefix}-${region}-${tier}-sec`
  const run: Life['run'] = (args, changed = {}) => runSec(args, { ...world, ...changed })
  return {
    ...world,
    account,
    prefix,
    stem,
    stackName: `${stem}-stack`,
    run,
    must: async (args, changed) => {
      const ended = await run(args, changed)
      if (ended.exitCode !== 0) throw new Error(`${args.join(' ')}: ${ended.out}${ended.err}`)
      return ended
    },
    write: (text) => writeFileSync(file, text),
    edit: (from, to) => {
      const text = readFileSync(file, 'utf8')
      if (!text.includes(from)) throw new Error(`the config has no "${from}"`)
      writeFileSync(file, text.replace(from, to))
    },
  }
}

/** A fault proxy before the server, for the time of one test. */
export async function proxyFor({ endpointUrl }: Pick<Life, 'endpointUrl'>): Promise<FaultProxy> {
  const proxy = await startFaultProxy(endpointUrl)
  onTestFinished(() => proxy.stop())
  return proxy
}

/** The way through a proxy. */
export function via({ endpointUrl }: FaultProxy): Pick<SecWorld, 'endpointUrl'> {
  return { endpointUrl }
}

/** Names of the calls, in their order. */
export function callsOf(proxy: FaultProxy): readonly string[] {
  return proxy.calls.map(({ call }) => call)
}

const reading = /:(Describe|Get|List|Simulate|Detect|HeadBucket)/

/** Calls that change something. */
export function changingCalls(proxy: FaultProxy): readonly string[] {
  return callsOf(proxy).filter((call) => !reading.test(call))
}

/** IAM of the account, past the program. */
export function iamOf({ account }: Pick<Life, 'account'>) {
  return account.clients(region).iam
}

/** Has the service role take a policy that is not there: its creation or change then fails. */
export function attachMissingPolicy(life: Life): string {
  const arn = `arn:aws:iam::${life.account.accountId}:policy/no-such-policy`
  life.edit('service: glue\n', `service: glue\n      managed_policies: ["${arn}"]\n`)
  return arn
}

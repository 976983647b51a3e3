import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CreatePolicyCommand } from '@aws-sdk/client-iam'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import { type Credentials, createTestAccount, type TestAccount } from '@sec/test-server'
import { type Document, parseDocument } from 'yaml'
import { anyPolicy } from './by-hand.js'
import { exportedPolicies, newOperator } from './operator-policy.js'
import { runSec, type SecRun, type SecWorld } from './run-sec.js'

const folder = fileURLToPath(new URL('../../../examples', import.meta.url))

/** Every example: a YAML file, or a folder with a `config.yaml`. */
export const exampleConfigs: readonly string[] = readdirSync(folder)
  .map((entry) => (entry.endsWith('.yaml') ? entry : `${entry}/config.yaml`))
  .filter((config) => existsSync(join(folder, config)))

/** An example in the account and region that it names, before anything is deployed. */
export interface ExampleLife {
  /** The config; a change of it counts once it is written. */
  readonly config: Document
  readonly write: () => void
  /** A user who holds what `export-iam-policy` writes for the config as it is now. */
  readonly operator: () => Promise<Credentials>
  readonly run: (args: readonly string[], who?: Credentials) => Promise<SecRun>
}

/** Makes what the example takes for granted: its bucket, its boundaries. */
export async function startExample(file: string, endpointUrl: string): Promise<ExampleLife> {
  const { config, world, flags } = openExample(file, endpointUrl)
  const account = createTestAccount(endpointUrl, world.credentials.accessKeyId)
  const region = config.getIn(['environment', 'region']) as string
  await makeBucket(account, region, config.getIn(['deployment', 'template_bucket']))
  await makeBoundaries(account, region, String(config))
  return {
    config,
    write: () => writeFileSync(join(world.folder, 'config.yaml'), String(config)),
    operator: async () => newOperator(account, await exportedPolicies(world, flags), region),
    run: (args, credentials = account.root) => runSec([...args, ...flags], { ...world, credentials }),
  }
}

function openExample(file: string, endpointUrl: string) {
  const copy = mkdtempSync(join(tmpdir(), 'sec-example-'))
  cpSync(join(folder, dirname(file)), copy, { recursive: true })
  cpSync(join(folder, file), join(copy, 'config.yaml'))
  const config = parseDocument(readFileSync(join(copy, 'config.yaml'), 'utf8'))
  const accessKeyId = config.getIn(['client', 'account_id']) as string
  const world: SecWorld = {
    endpointUrl,
    credentials: { accessKeyId, secretAccessKey: 'root' },
    folder: copy,
  }
  const flags = existsSync(join(copy, 'policy-templates')) ? ['--policy-templates', 'policy-templates'] : []
  return { config, world, flags }
}

async function makeBucket(account: TestAccount, region: string, named: unknown): Promise<void> {
  if (typeof named !== 'string') return
  if (!named.startsWith('ssm:')) return account.createBucket(named, region)
  const Value = `templates-of-${account.accountId}`
  await account.createBucket(Value, region)
  const Name = named.slice('ssm:'.length)
  await account.clients(region).ssm.send(new PutParameterCommand({ Name, Value, Type: 'String' }))
}

async function makeBoundaries(account: TestAccount, region: string, config: string): Promise<void> {
  const named = [...config.matchAll(/^ *permissions_boundary: (\S+)$/gm)].map(([, boundary = '']) => boundary)
  const names = new Set(named.map((boundary) => boundary.split('/').at(-1)))
  for (const PolicyName of names)
    await account.clients(region).iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: anyPolicy }))
}

/** Other tags, one more statement of a service role, and a stack that may be deleted. */
export function changeExample({ config, write }: ExampleLife): void {
  config.setIn(['deployment', 'termination_protection'], false)
  config.setIn(['tags', 'changed'], 'later')
  const roles = config.toJS().security.service_roles as Roles
  const [name, role] = Object.entries(roles).find(([, { statements = [] }]) => statements.length > 0) ?? []
  const more = { ...role?.statements?.[0], Sid: 'AddedLater' }
  if (role) config.addIn(['security', 'service_roles', name, 'statements'], config.createNode(more))
  write()
}

type Roles = Readonly<Record<string, { readonly statements?: readonly object[] }>>

/** Takes out the first group that nothing else needs. */
export async function removeGroup({ config, write, run }: ExampleLife): Promise<void> {
  const version = config.getIn(['tier', 'version']) as string
  const { iam_groups, security_profiles } = config.toJS().security
  const enabled: readonly string[] = security_profiles?.[version]?.iam_groups ?? Object.keys(iam_groups)
  for (const gone of enabled) {
    const rest = enabled.filter((name) => name !== gone)
    config.setIn(['security', 'security_profiles', version, 'iam_groups'], rest)
    write()
    if ((await run(['validate-config'])).exitCode === 0) return
  }
  throw new Error('no group can go')
}

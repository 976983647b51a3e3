import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GetRoleCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam'
import type { Fault } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { crossAccountConfig } from './support/cross-account-estate.js'
import { attachMissingPolicy, iamOf, type Life, lifeIn, proxyFor, via } from './support/life.js'
import type { SecRun, SecWorld } from './support/run-sec.js'

const externalId = 'canary-of-the-config-5f1c'
const nextExternalId = 'canary-of-the-next-config-77aa'
const foreignExternalId = 'canary-of-somebody-else-90e2'

/** What must be in no output: of the environment, of the config, and of what is deployed. */
const canaries = {
  AWS_ACCESS_KEY_ID: 'AKIACANARYCANARY0001',
  AWS_SECRET_ACCESS_KEY: 'canary/secret+key/of/the/caller/0123456',
  AWS_SESSION_TOKEN: 'canary+session+token/of/the/caller==',
  AWS_CONTAINER_AUTHORIZATION_TOKEN: 'canary-container-token-1234',
  GITHUB_TOKEN: 'ghp_canary0123456789abcdefghij',
  NPM_TOKEN: 'npm_canary0123456789abcdefghij',
  DATABASE_PASSWORD: 'canary password "with" signs',
  STRIPE_API_KEY: 'sk_live_canary0123456789',
}

const secrets = [...Object.values(canaries), externalId, nextExternalId, foreignExternalId]

/** Everything that a run said or wrote, but for templates, which CloudFormation needs as they are. */
function saidBy({ out, err }: SecRun, { folder }: Life): string {
  const reports = join(folder, 'reports')
  return [out, err, ...readdirSync(reports).map((name) => readFileSync(join(reports, name), 'utf8'))].join(
    '\n',
  )
}

function leaksOf(run: SecRun, life: Life): readonly string[] {
  const said = saidBy(run, life)
  const spellings = (text: string) => [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)]
  return secrets.filter((secret) => spellings(secret).some((text) => said.includes(text)))
}

/** An estate with a role that another account may assume. */
function crossAccountLife(): Life {
  const account = testServer().newAccount()
  return lifeIn(account, crossAccountConfig(account.accountId, externalId), 'x001', 'medium')
}

const secretEnv = (canary: Partial<typeof canaries>): Partial<SecWorld> => ({ env: canary })

// The server has to know the caller; the other canaries are nobody's keys.
const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, ...unused } = canaries
const strangerKeys = { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN }

const actions = [
  ['show-changes'],
  ['check-drift'],
  ['test-deploy', '--force'],
  ['deploy', '--force'],
  ['delete-stack', '--force'],
]
const ways = [[], ['--verbose'], ['--format', 'json'], ['--format', 'json', '--verbose']]

describe('no secret is in any output', () => {
  it.each(ways)('of a whole life, in which the external id changes: %s %s %s', async (...flags) => {
    const life = crossAccountLife()
    const change = secretEnv(unused)
    const leaks = async (args: readonly string[]) => {
      const ended = await life.run([...args, ...flags], change)
      expect(ended.exitCode, ended.err + ended.out).toBeLessThan(5)
      return leaksOf(ended, life).map((secret) => `${args[0]}: ${secret}`)
    }
    for (const args of actions.filter(([name]) => name !== 'delete-stack'))
      expect(await leaks(args)).toEqual([])
    life.edit(externalId, nextExternalId)
    expect(await leaks(['show-changes'])).toEqual([])
    await changeTrustByHand(life)
    expect(await leaks(['check-drift'])).toEqual([])
    expect(await leaks(['deploy', '--force'])).toEqual([])
    expect(await leaks(['check-drift'])).toEqual([])
    expect(await leaks(['delete-stack', '--force'])).toEqual([])
  })

  it('says that the external id changes all the same', async () => {
    const life = crossAccountLife()
    await life.must(['deploy', '--force'])
    life.edit(externalId, nextExternalId)
    const { out } = await life.must(['show-changes'])
    expect(out).toContain('sts:ExternalId is [hidden]')
    await changeTrustByHand(life)
    const drift = await life.run(['check-drift'])
    expect([drift.exitCode, drift.out]).toEqual([4, expect.stringContaining('[hidden]')])
  })

  const echoOf = (env: object) => ['AWS repeats what it got:', ...Object.values(env), externalId].join('\n')
  const faults: readonly { readonly name: string; readonly at: string; readonly fault: Fault }[] = [
    {
      name: 'a signature that is refused',
      at: 'sts:GetCallerIdentity',
      fault: { kind: 'error', status: 403, code: 'SignatureDoesNotMatch', message: echoOf(canaries) },
    },
    {
      name: 'a refusal that repeats the request',
      at: 'cloudformation:CreateChangeSet',
      fault: { kind: 'error', status: 400, code: 'ValidationError', message: echoOf(unused) },
    },
    {
      name: 'a denial that repeats the request',
      at: 'cloudformation:DescribeStacks',
      fault: { kind: 'error', status: 403, code: 'AccessDenied', message: echoOf(unused) },
    },
  ]
  it.each(faults.flatMap((fault) => ways.map((flags) => ({ ...fault, flags }))))(
    'after $name: $flags',
    async ({ at, fault, flags }) => {
      const life = crossAccountLife()
      const proxy = await proxyFor(life)
      // The keys are in the environment, and the call is answered by the proxy, which knows nobody.
      proxy.inject({ at: { call: at }, fault })
      const env = at === 'sts:GetCallerIdentity' ? canaries : unused
      const ended = await life.run(['deploy', '--force', ...flags], { ...via(proxy), env })
      expect([ended.exitCode, leaksOf(ended, life)], ended.err).toEqual([1, []])
    },
  )

  it.each(ways)('after keys that nobody knows, in every action: %s %s %s', async (...flags) => {
    const life = crossAccountLife()
    for (const action of actions) {
      const ended = await life.run([...action, ...flags], secretEnv({ ...unused, ...strangerKeys }))
      expect([ended.exitCode, leaksOf(ended, life)], ended.err).toEqual([1, []])
    }
  })

  it.each(ways)('after a deployment that fails, and faults of the config: %s %s %s', async (...flags) => {
    const life = crossAccountLife()
    attachMissingPolicy(life)
    const failed = await life.run(['deploy', '--force', ...flags], secretEnv(unused))
    expect([failed.exitCode, leaksOf(failed, life)], failed.err).toEqual([1, []])
    life.edit(`external_id: ${externalId}`, `external_id: [${externalId}]`)
    const wrong = await life.run(['deploy', '--force', ...flags], secretEnv(unused))
    expect([wrong.exitCode, leaksOf(wrong, life)], wrong.err).toEqual([2, []])
  })

  it.each(ways)('after an address with a password: %s %s %s', async (...flags) => {
    const life = crossAccountLife()
    const endpointUrl = `http://somebody:${canaries.NPM_TOKEN}@127.0.0.1:1`
    const ended = await life.run(['show-changes', ...flags], { endpointUrl })
    expect([ended.exitCode, leaksOf(ended, life)], ended.err).toEqual([1, []])
  })
})

/** Somebody gives the role another external id. */
async function changeTrustByHand(life: Life): Promise<void> {
  const RoleName = `${life.prefix}-xacct-deployment-role`
  const { Role } = await iamOf(life).send(new GetRoleCommand({ RoleName }))
  const trust = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
  const PolicyDocument = trust.replaceAll(/canary-of-the[a-z0-9-]*/g, foreignExternalId)
  await iamOf(life).send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }))
}

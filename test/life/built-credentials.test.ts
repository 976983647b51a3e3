import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import type { Credentials } from '@sec/test-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { stateOf } from './support/account-state.js'
import { type BuiltEnd, runBuilt } from './support/built-program.js'
import { callsOf, iamOf, type Life, newLife, proxyFor, region } from './support/life.js'

const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
})

/** A user who may do everything, and the shared files of AWS in the home of the run. */
async function begin() {
  const life = newLife()
  const ann = await life.account.createUser('ann', [everything])
  const proxy = await proxyFor(life)
  mkdirSync(join(life.folder, '.aws', 'sso', 'cache'), { recursive: true })
  const write = (name: string, text: string) => {
    const file = join(life.folder, '.aws', name)
    writeFileSync(file, text)
    return file
  }
  /** The calls that the program makes itself come through the proxy as well, by the flag. */
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<BuiltEnd> =>
    runBuilt(['show-changes', '--verbose', ...args], { ...life, endpointUrl: proxy.endpointUrl, env })
  return { life, ann, proxy, write, run }
}

const keysOf = ({ accessKeyId, secretAccessKey, sessionToken }: Credentials) =>
  [
    `aws_access_key_id = ${accessKeyId}`,
    `aws_secret_access_key = ${secretAccessKey}`,
    ...(sessionToken ? [`aws_session_token = ${sessionToken}`] : []),
    '',
  ].join('\n')

/** A role that may do everything, for whoever the statement lets in. */
async function createRole(life: Life, trust: object): Promise<string> {
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', ...trust }],
  })
  const names = { RoleName: 'release', Path: '/test-people/' }
  const { Role } = await iamOf(life).send(new CreateRoleCommand({ ...names, AssumeRolePolicyDocument }))
  const policy = { RoleName: names.RoleName, PolicyName: 'all', PolicyDocument: everything }
  await iamOf(life).send(new PutRolePolicyCommand(policy))
  return Role?.Arn ?? ''
}

const ofAccount = ({ account }: Life) => ({
  Action: 'sts:AssumeRole',
  Principal: { AWS: `arn:aws:iam::${account.accountId}:root` },
})

async function expectShown({ exitCode, out, err }: BuiltEnd, life: Life, as: RegExp): Promise<void> {
  expect(exitCode, err).toBe(0)
  expect(err).toMatch(
    new RegExp(`^account ${life.account.accountId}, as arn:aws:(iam|sts)::\\d+:${as.source}`, 'm'),
  )
  expect(out).toContain('8 added')
  expect(err).not.toContain('keys come from environment variables')
  expect((await stateOf(life.account)).stacks).toEqual([])
}

describe('the built program, without keys in its environment, acts with', () => {
  it('the keys of a profile', async () => {
    const { life, ann, write, run } = await begin()
    write('credentials', `[work]\n${keysOf(ann)}`)
    await expectShown(await run(['--profile', 'work']), life, /user\/test-people\/ann/)
    await expectShown(await run([], { AWS_PROFILE: 'work' }), life, /user\/test-people\/ann/)
  })

  it('the keys of the default profile', async () => {
    const { life, ann, write, run } = await begin()
    write('config', `[default]\n${keysOf(ann)}`)
    await expectShown(await run([]), life, /user\/test-people\/ann/)
  })

  it('what the process of a profile gives', async () => {
    const { life, ann, write, run } = await begin()
    const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey } = ann
    const given = JSON.stringify({ Version: 1, AccessKeyId, SecretAccessKey })
    const script = write('give.cjs', `console.log(${JSON.stringify(given)})`)
    write('config', `[profile work]\ncredential_process = "${process.execPath}" "${script}"\n`)
    await expectShown(await run(['--profile', 'work']), life, /user\/test-people\/ann/)
  })

  it('the role of a profile, by the keys of its source', async () => {
    const { life, ann, proxy, write, run } = await begin()
    const arn = await createRole(life, ofAccount(life))
    const role = `role_arn = ${arn}\nsource_profile = people\nrole_session_name = ann-at-work\n`
    write('config', `[profile work]\nregion = ${region}\n${role}[profile people]\n${keysOf(ann)}`)
    const shown = await run(['--profile', 'work'], { AWS_ENDPOINT_URL: proxy.endpointUrl })
    await expectShown(shown, life, /assumed-role\/release\/ann-at-work/)
    expect(callsOf(proxy)[0]).toBe('sts:AssumeRole')
  })

  it('a web identity', async () => {
    const { life, proxy, write, run } = await begin()
    const Federated = `arn:aws:iam::${life.account.accountId}:oidc-provider/token.example.com`
    const arn = await createRole(life, {
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated },
      Condition: { StringEquals: { 'token.example.com:aud': 'sts.amazonaws.com' } },
    })
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { iss: 'https://token.example.com', aud: 'sts.amazonaws.com', sub: 'repo:acme/estate' }
    const token = write('token', `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2ln`)
    const env = {
      AWS_WEB_IDENTITY_TOKEN_FILE: token,
      AWS_ROLE_ARN: arn,
      AWS_ROLE_SESSION_NAME: 'pipeline',
      AWS_ENDPOINT_URL: proxy.endpointUrl,
    }
    await expectShown(await run([], env), life, /assumed-role\/release\/pipeline/)
    expect(callsOf(proxy)[0]).toBe('unsigned:AssumeRoleWithWebIdentity')
  })

  it('a login by SSO', async () => {
    const { life, ann, write, run } = await begin()
    const session = await sessionOf(life, ann)
    const portal = await startPortal(session)
    writeSso(write, life, new Date(Date.now() + 3_600_000))
    const env = { AWS_ENDPOINT_URL_SSO: portal.url }
    await expectShown(await run(['--profile', 'work'], env), life, /assumed-role\/release\/by-portal/)
    const [request] = portal.requests
    expect(request?.url).toBe(
      `/federation/credentials?account_id=${life.account.accountId}&role_name=Release`,
    )
    expect(request?.headers['x-amz-sso_bearer_token']).toBe('token-of-ann')
  })
})

/** What the portal hands out: a session of a role. */
async function sessionOf(life: Life, ann: Credentials): Promise<Credentials> {
  const RoleArn = await createRole(life, ofAccount(life))
  const { sts } = life.account.clientsOf(ann, { region })
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'by-portal' }),
  )
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = given ?? {}
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
}

/** IAM Identity Center's portal, which knows one call: GetRoleCredentials. */
async function startPortal(session: Credentials) {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    const roleCredentials = { ...session, expiration: Date.now() + 3_600_000 }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ roleCredentials }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

/** A profile of SSO, and the token that `aws sso login` leaves. */
function writeSso(write: (name: string, text: string) => string, { account }: Life, expiresAt: Date): void {
  const where = 'sso_region = eu-central-1\nsso_start_url = https://acme.awsapps.com/start\n'
  const profile = `sso_session = acme\nsso_account_id = ${account.accountId}\nsso_role_name = Release\n`
  write('config', `[profile work]\n${profile}[sso-session acme]\n${where}`)
  const name = createHash('sha1').update('acme').digest('hex')
  const token = { accessToken: 'token-of-ann', expiresAt: expiresAt.toISOString() }
  write(`sso/cache/${name}.json`, JSON.stringify(token))
}

describe('the built program refuses, in words and with what to do,', () => {
  it.each(['--profile', 'AWS_PROFILE'])('a profile that no file has, named by %s', async (by) => {
    const { life, ann, write, run, proxy } = await begin()
    write('credentials', `[default]\n${keysOf(ann)}`)
    const { exitCode, err } = by.startsWith('-') ? await run([by, 'wrok']) : await run([], { [by]: 'wrok' })
    expect(exitCode).toBe(1)
    expect(err).toContain(`AWS_PROFILE_NOT_FOUND  found no profile "wrok" in ${life.folder}/.aws/config and`)
    expect(err).toContain('aws configure list-profiles')
    expect(callsOf(proxy)).toEqual([])
  })

  it.each([
    { name: 'without keys', profile: 'region = eu-central-1\n', says: /AWS_NO_CREDENTIALS .*"work"/ },
    {
      name: 'whose process fails',
      profile: `credential_process = "${process.execPath}" -e "process.exit(3)"\n`,
      says: /AWS_NO_CREDENTIALS .*"work"/,
    },
    {
      name: 'whose source is not there',
      profile: 'role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = nobody\n',
      says: /AWS_NO_CREDENTIALS .*"work"/,
    },
  ])('a profile $name', async ({ profile, says }) => {
    const { write, run, proxy } = await begin()
    write('config', `[profile work]\n${profile}`)
    // As on a machine outside of AWS: nothing answers where the credentials of an instance are looked for.
    const { exitCode, err } = await run(['--profile', 'work'], { AWS_EC2_METADATA_DISABLED: 'true' })
    expect([exitCode, err]).toEqual([1, expect.stringMatching(says)])
    expect(callsOf(proxy)).toEqual([])
  })

  it('a role that lets nobody in', async () => {
    const { life, ann, proxy, write, run } = await begin()
    const arn = await createRole(life, { ...ofAccount(life), Principal: { Service: 'glue.amazonaws.com' } })
    write(
      'config',
      `[profile work]\nrole_arn = ${arn}\nsource_profile = people\n[profile people]\n${keysOf(ann)}`,
    )
    const { exitCode, err } = await run(['--profile', 'work'], { AWS_ENDPOINT_URL: proxy.endpointUrl })
    expect([exitCode, err]).toEqual([1, expect.stringMatching(/AWS_\w+ .*sts:AssumeRole/)])
  })

  it('a login by SSO that has run out', async () => {
    const { life, write, run } = await begin()
    writeSso(write, life, new Date(Date.now() - 1000))
    const { exitCode, err } = await run(['--profile', 'work'])
    expect([exitCode, err]).toEqual([1, expect.stringContaining('aws sso login --profile work')])
    expect(err).toContain('AWS_CREDENTIALS_EXPIRED')
  })
})

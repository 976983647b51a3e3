import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdentityApi } from '../identity-api.js'
import { openSession } from '../session.js'
import { answer, type ScriptedServer, startScriptedServer } from '../testing/scripted-server.js'
import { callerIdentity, watchedOptions } from '../testing/test-session.js'

let server: ScriptedServer
let folder: string
let files: Record<string, string>

beforeEach(async () => {
  server = await startScriptedServer(answer(200, callerIdentity))
  folder = mkdtempSync(join(tmpdir(), 'credentials-'))
  files = {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  }
  // The SDK reads these of the process; a test machine must not lend its own.
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE']) {
    vi.stubEnv(name, '')
  }
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
  await server.close()
})

function write(name: 'AWS_CONFIG_FILE' | 'AWS_SHARED_CREDENTIALS_FILE', text: string): void {
  writeFileSync(files[name] ?? '', text)
}

/** The access key id of the request that was sent. */
async function keyOf(env: Record<string, string>, profile?: string): Promise<string> {
  const { options } = watchedOptions(server.url, { env: { ...files, ...env }, ...(profile && { profile }) })
  await createIdentityApi(openSession(options)).getCallerIdentity()
  return /Credential=([^/]+)\//.exec(String(server.received[0]?.headers.authorization))?.[1] ?? ''
}

const section = (heading: string, key: string) =>
  `[${heading}]\naws_access_key_id = ${key}\naws_secret_access_key = s\n`

describe('credentials', () => {
  it('come from the environment of the caller', async () =>
    expect(await keyOf({ AWS_ACCESS_KEY_ID: 'FROMENV', AWS_SECRET_ACCESS_KEY: 's' })).toBe('FROMENV'))

  it('come from the default profile', async () => {
    write('AWS_SHARED_CREDENTIALS_FILE', section('default', 'FROMDEFAULT'))
    expect(await keyOf({})).toBe('FROMDEFAULT')
  })

  it.each([
    { name: 'the option', env: {}, profile: 'prod' },
    { name: 'AWS_PROFILE', env: { AWS_PROFILE: 'prod' }, profile: undefined },
  ])(
    'come from the profile that $name names, in place of keys in the environment',
    async ({ env, profile }) => {
      write('AWS_SHARED_CREDENTIALS_FILE', section('default', 'FROMDEFAULT') + section('prod', 'FROMPROD'))
      const keys = { AWS_ACCESS_KEY_ID: 'FROMENV', AWS_SECRET_ACCESS_KEY: 's' }
      expect(await keyOf({ ...keys, ...env } as Record<string, string>, profile)).toBe('FROMPROD')
    },
  )

  it('come from a process that the config file names', async () => {
    const answered = { Version: 1, AccessKeyId: 'FROMPROCESS', SecretAccessKey: 's' }
    const script = join(folder, 'give.cjs')
    writeFileSync(script, `console.log(${JSON.stringify(JSON.stringify(answered))})`)
    write('AWS_CONFIG_FILE', `[profile prod]\ncredential_process = "${process.execPath}" "${script}"\n`)
    expect(await keyOf({}, 'prod')).toBe('FROMPROCESS')
  })
})

describe('credentials that are not there', () => {
  it('are said to be so', async () => {
    await expect(keyOf({})).rejects.toMatchObject({ code: 'AWS_NO_CREDENTIALS' })
    expect(server.received).toEqual([])
  })

  it('of a profile that no file has name the profile and the files', async () => {
    write('AWS_CONFIG_FILE', '[profile production]\nregion = eu-central-1\n')
    await expect(keyOf({}, 'prod')).rejects.toMatchObject({
      code: 'AWS_PROFILE_NOT_FOUND',
      message: expect.stringContaining(`"prod" in ${files.AWS_CONFIG_FILE}`),
    })
  })

  it('of a login that has run out say how to log in', async () => {
    // The SDK reads the sections of SSO sessions by the environment of the process alone.
    vi.stubEnv('AWS_CONFIG_FILE', files.AWS_CONFIG_FILE)
    vi.stubEnv('HOME', folder)
    write(
      'AWS_CONFIG_FILE',
      '[profile prod]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\n[sso-session s]\nsso_region = eu-central-1\nsso_start_url = https://example.awsapps.com/start\n',
    )
    await expect(keyOf({}, 'prod')).rejects.toMatchObject({
      code: 'AWS_CREDENTIALS_EXPIRED',
      hint: expect.stringContaining('aws sso login --profile prod'),
    })
  })
})

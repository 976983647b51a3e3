import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createIdentityApi } from '../identity-api.js'
import { openSession } from '../session.js'
import { testCertificate, testKey } from '../testing/certificate.js'
import { answer, type ScriptedServer, startScriptedServer } from '../testing/scripted-server.js'
import { startTestProxy, type TestProxy } from '../testing/test-proxy.js'
import { anyKeys, callerIdentity, watchedOptions } from '../testing/test-session.js'

let folder: string
let bundle: string
let secure: Server
let plain: ScriptedServer
let proxy: TestProxy

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agents-'))
  bundle = join(folder, 'ca.pem')
  writeFileSync(bundle, testCertificate)
  plain = await startScriptedServer(answer(200, callerIdentity))
  secure = createServer({ key: testKey, cert: testCertificate }, (request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'text/xml' }).end(callerIdentity)
  })
  secure.listen(0, '127.0.0.1')
  await once(secure, 'listening')
})

afterAll(async () => {
  await plain.close()
  secure.closeAllConnections()
  secure.close()
  await rm(folder, { recursive: true })
})

afterEach(() => proxy?.close())

async function askSecurely(env: Record<string, string>) {
  const { port } = secure.address() as AddressInfo
  return ask(`https://localhost:${port}`, env)
}

async function ask(url: string, env: Record<string, string>) {
  const session = openSession(watchedOptions(url, { env: { ...anyKeys, ...env } }).options)
  try {
    return (await createIdentityApi(session).getCallerIdentity()).accountId
  } finally {
    session.close()
  }
}

describe('a proxy of the environment', () => {
  it('carries calls to TLS endpoints, with its name and password', async () => {
    proxy = await startTestProxy()
    const HTTPS_PROXY = `http://ann:p%40ss@127.0.0.1:${proxy.port}`
    expect(await askSecurely({ HTTPS_PROXY, AWS_CA_BUNDLE: bundle })).toBe('123456789012')
    const target = `localhost:${(secure.address() as AddressInfo).port}`
    expect(proxy.asked).toEqual([
      { target, authorization: `Basic ${Buffer.from('ann:p@ss').toString('base64')}` },
    ])
  })

  it('carries calls to plain endpoints', async () => {
    proxy = await startTestProxy()
    expect(await ask(plain.url, { http_proxy: `127.0.0.1:${proxy.port}` })).toBe('123456789012')
    expect(proxy.asked).toHaveLength(1)
  })

  it('is left out for hosts that NO_PROXY lists', async () => {
    proxy = await startTestProxy()
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: 'localhost' }
    expect(await askSecurely({ ...env, AWS_CA_BUNDLE: bundle })).toBe('123456789012')
    expect(proxy.asked).toEqual([])
  })

  it('that refuses is named, without its password', async () => {
    proxy = await startTestProxy(407)
    const HTTPS_PROXY = `http://ann:canary@127.0.0.1:${proxy.port}`
    const error = await askSecurely({ HTTPS_PROXY }).catch((caught: Error) => caught)
    expect(error).toMatchObject({
      code: 'AWS_UNREACHABLE',
      message: expect.stringContaining(`the proxy 127.0.0.1:${proxy.port} answered 407`),
    })
    expect(JSON.stringify([String(error), (error as Error).stack])).not.toContain('canary')
  })
})

describe('AWS_CA_BUNDLE', () => {
  it('holds the certificates that are trusted', async () => {
    expect(await askSecurely({ AWS_CA_BUNDLE: bundle })).toBe('123456789012')
  })

  it('is named by the hint when a certificate is not trusted', async () => {
    await expect(askSecurely({})).rejects.toMatchObject({
      code: 'AWS_UNREACHABLE',
      hint: expect.stringContaining('AWS_CA_BUNDLE'),
    })
  })

  it('that names no file stops the first call', async () => {
    const file = join(folder, 'missing.pem')
    await expect(askSecurely({ AWS_CA_BUNDLE: file })).rejects.toMatchObject({
      code: 'AWS_CA_BUNDLE_UNREADABLE',
      kind: 'file',
      message: expect.stringContaining(file),
    })
  })
})

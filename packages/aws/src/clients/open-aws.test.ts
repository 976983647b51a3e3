import { afterEach, expect, it } from 'vitest'
import { awsOf, openAws } from './open-aws.js'
import { answer, type ScriptedServer, startScriptedServer } from './testing/scripted-server.js'
import { anyKeys, callerIdentity, watchedOptions } from './testing/test-session.js'

let server: ScriptedServer
afterEach(() => server.close())

it('reads and opens nothing before the first call', async () => {
  server = await startScriptedServer(answer(200, callerIdentity))
  const env = { ...anyKeys, AWS_CA_BUNDLE: '/no/such/file' }
  const aws = openAws(watchedOptions(server.url, { env }).options)
  aws.session.close()
  expect(server.received).toEqual([])
  await expect(aws.identity.getCallerIdentity()).rejects.toMatchObject({ code: 'AWS_CA_BUNDLE_UNREADABLE' })
})

it('cleans up after an abort, with the same connections', async () => {
  server = await startScriptedServer(answer(200, callerIdentity))
  const { options, abort } = watchedOptions(server.url)
  const aws = openAws(options)
  await aws.identity.getCallerIdentity()
  abort(new Error('SIGINT'))
  const waiting = { ...options.waiting, signal: new AbortController().signal }
  const later = awsOf(aws.session.withWaiting(waiting))
  await later.identity.getCallerIdentity()
  expect(server.received).toHaveLength(2)
})

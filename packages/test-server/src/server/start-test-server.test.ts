import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ListGroupsCommand } from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect, it } from 'vitest'
import { envOf } from '../accounts/credentials.js'
import { startTestServer } from './start-test-server.js'

const isUp = (endpointUrl: string) =>
  fetch(`${endpointUrl}/_ministack/health`).then(
    () => true,
    () => false,
  )

async function waitForEnd(endpointUrl: string): Promise<void> {
  while (await isUp(endpointUrl)) await sleep(50)
}

it('starts, answers, and ends when told so', async () => {
  const server = await startTestServer()
  const account = server.newAccount()
  const { Account } = await account.clients().sts.send(new GetCallerIdentityCommand({}))
  expect(Account).toBe(account.accountId)
  await server.stop()
  await server.stop()
  expect(await isUp(server.endpointUrl)).toBe(false)
})

it('lets everything pass without authentication', async () => {
  const server = await startTestServer({ auth: false })
  const account = server.newAccount()
  const ann = await account.createUser('ann')
  const { iam } = account.clientsOf({ ...ann, secretAccessKey: 'wrong' })
  await iam.send(new ListGroupsCommand({}))
  await server.stop()
})

it.each(['SIGKILL', 'SIGTERM'] as const)('ends with its parent, also by %s', async (signal) => {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const index = fileURLToPath(new URL('../index.ts', import.meta.url))
  const code = `const { startTestServer } = await import(${JSON.stringify(index)})
    const server = await startTestServer()
    process.stdout.write(server.endpointUrl)`
  const args = ['--import', tsx, '--input-type=module', '-e', code]
  const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [output] = (await once(parent.stdout, 'data')) as [Buffer]
  const endpointUrl = output.toString()
  expect(await isUp(endpointUrl)).toBe(true)
  parent.kill(signal)
  await waitForEnd(endpointUrl)
})

it('gives the environment of a process that acts as somebody, and as nobody else', () => {
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken: 'token' }
  expect(envOf(credentials, 'eu-west-1')).toMatchObject({
    AWS_ACCESS_KEY_ID: 'AKIA',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_REGION: 'eu-west-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  })
})

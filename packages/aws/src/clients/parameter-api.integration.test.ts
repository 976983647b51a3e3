import { ListTagsForResourceCommand } from '@aws-sdk/client-ssm'
import { type FaultProxy, startFaultProxy, type TestAccount } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ParameterApi } from '../ports.js'
import { serverAws } from './testing/server-aws.js'

const server = testServer()
let account: TestAccount
let proxy: FaultProxy
let parameters: ParameterApi

beforeEach(async () => {
  account = server.newAccount()
  proxy = await startFaultProxy(server.endpointUrl)
  parameters = serverAws(proxy.endpointUrl, account.root).parameters
})

afterEach(() => proxy.stop())

const put = (name: string, value: string, exists = false) =>
  parameters.putParameter({ name, value, description: 'd', tags: { team: 'ml' }, exists })

async function tagsOf(name: string) {
  const command = new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId: name })
  return (await account.clients().ssm.send(command)).TagList
}

it('a parameter that is not there is undefined', async () =>
  expect(await parameters.getParameter('/security/edge/None')).toBeUndefined())

it.each([undefined, 'cut-before', 'cut-after', 'throttle', 'server-error'] as const)(
  'a parameter is written, changed and tagged, with the fault %s',
  async (fault) => {
    const inject = () => fault && proxy.inject({ at: { call: 'ssm:PutParameter' }, fault: { kind: fault } })
    inject()
    await put('/security/edge/Arn', 'one')
    expect(await parameters.getParameter('/security/edge/Arn')).toBe('one')
    inject()
    await put('/security/edge/Arn', 'two', true)
    expect(await parameters.getParameter('/security/edge/Arn')).toBe('two')
    expect(await tagsOf('/security/edge/Arn')).toEqual([{ Key: 'team', Value: 'ml' }])
  },
)

it('parameters are read in every page and removed in batches, gone ones too', async () => {
  const names = Array.from({ length: 23 }, (_, index) => `/security/edge/A${index}`)
  for (const name of names) await put(name, name)
  await put('/security/edges/B', 'foreign')
  const found = await parameters.getParametersByPath('/security/edge')
  expect(found).toEqual(Object.fromEntries(names.map((name) => [name, name])))
  await parameters.deleteParameters([...names, '/security/edge/gone'])
  await parameters.deleteParameters(names)
  expect(await parameters.getParametersByPath('/security/edge')).toEqual({})
  expect(await parameters.getParameter('/security/edges/B')).toBe('foreign')
})

import { ListTagsForResourceCommand, PutParameterCommand } from '@aws-sdk/client-ssm'
import { envOf, startFaultProxy } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { openAws } from '../clients/open-aws.js'
import { planParameters } from './plan-parameters.js'
import { publishParameters } from './publish-parameters.js'
import { removeParameters } from './remove-parameters.js'

const server = testServer()
const region = 'eu-central-1'
const path = '/security/acme'
const traits = { description: 'made by a test', tags: { team: 'ml' } }
const waiting = {
  nowMs: Date.now,
  sleep: () => Promise.resolve(),
  signal: new AbortController().signal,
}

function openAt(endpointUrl: string, account = server.newAccount()) {
  const { parameters } = openAws({ region, endpointUrl, env: envOf(account.root, region), waiting })
  const publish = async (outputs: Readonly<Record<string, string>>) => {
    const plan = planParameters(outputs, await parameters.getParametersByPath(path), path)
    await publishParameters(parameters, plan, traits, waiting)
    return { written: plan.write.length, removed: plan.remove.length, unchanged: plan.unchanged }
  }
  return { account, parameters, publish, ssm: account.clients().ssm }
}

/** As many as take several pages. */
const outputs = Object.fromEntries(
  Array.from({ length: 23 }, (_, number) => [`Role${number}Arn`, `arn:${number}`]),
)
const asParameters = (some: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(some).map(([key, value]) => [`${path}/${key}`, value]))

describe('published parameters', () => {
  it('are equal to the outputs, written and removed as they change, and never those beside', async () => {
    const { parameters, publish, ssm } = openAt(server.endpointUrl)
    await ssm.send(
      new PutParameterCommand({ Name: '/security/acme-2/RoleArn', Value: 'foreign', Type: 'String' }),
    )
    expect(await publish(outputs)).toEqual({ written: 23, removed: 0, unchanged: 0 })
    expect(await parameters.getParametersByPath(path)).toEqual(asParameters(outputs))
    expect(await publish(outputs)).toEqual({ written: 0, removed: 0, unchanged: 23 })

    const { Role0Arn: _gone, ...rest } = outputs
    const changed = { ...rest, Role1Arn: 'arn:other', NewArn: 'arn:new' }
    expect(await publish(changed)).toEqual({ written: 2, removed: 1, unchanged: 21 })
    expect(await parameters.getParametersByPath(path)).toEqual(asParameters(changed))
    const tags = await ssm.send(
      new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId: `${path}/Role1Arn` }),
    )
    expect(tags.TagList).toEqual([{ Key: 'team', Value: 'ml' }])

    expect(await removeParameters(parameters, path)).toEqual(Object.keys(asParameters(changed)).sort())
    expect(await parameters.getParametersByPath('/security')).toEqual({
      '/security/acme-2/RoleArn': 'foreign',
    })
  })

  it('are finished by the next run when one was denied in its middle', async () => {
    const proxy = await startFaultProxy(server.endpointUrl)
    const { account, publish } = openAt(proxy.endpointUrl)
    proxy.inject({ at: { call: 'ssm:PutParameter', nth: 5 }, fault: { kind: 'deny' } })
    await expect(publish(outputs)).rejects.toMatchObject({
      code: 'PARAMETERS_UNFINISHED',
      message: expect.stringMatching(/^4 of 23 changes /),
    })
    await proxy.stop()
    const { publish: again, parameters } = openAt(server.endpointUrl, account)
    expect(await again(outputs)).toEqual({ written: 19, removed: 0, unchanged: 4 })
    expect(await parameters.getParametersByPath(path)).toEqual(asParameters(outputs))
  })

  it('survive a line that is cut before or after SSM acted', async () => {
    const proxy = await startFaultProxy(server.endpointUrl)
    const { parameters, publish } = openAt(proxy.endpointUrl)
    proxy.inject({ at: { call: 'ssm:PutParameter', nth: 2 }, fault: { kind: 'cut-before' } })
    proxy.inject({ at: { call: 'ssm:PutParameter', nth: 6 }, fault: { kind: 'cut-after' } })
    await publish(outputs)
    expect(await parameters.getParametersByPath(path)).toEqual(asParameters(outputs))
    await proxy.stop()
  })
})

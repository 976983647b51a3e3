import { type StartedTestServer, startTestServer } from '@sec/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeExample, exampleConfigs, removeGroup, startExample } from './support/operator-examples.js'

// A server of its own: the examples name accounts and buckets that other tests may use as well.
let server: StartedTestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('who holds what export-iam-policy writes, and nothing else', () => {
  it.each(exampleConfigs)('runs every action on %s to its end', async (file) => {
    const life = await startExample(file, server.endpointUrl)
    const operator = await life.operator()
    const must = async (args: readonly string[], who = operator, wanted = 0) => {
      const { exitCode, out, err } = await life.run(args, who)
      expect([args[0], exitCode], out + err).toEqual([args[0], wanted])
    }
    await must(['show-changes', '--fail-on-changes'], operator, 4)
    await must(['deploy', '--force'])
    await must(['deploy', '--force'])

    changeExample(life)
    const second = await life.operator()
    await must(['show-changes', '--fail-on-changes'], second, 4)
    await must(['deploy', '--force'], second)
    await must(['check-drift'], second)
    await must(['test-deploy', '--force'], second)

    // As documented: who takes an entry out needs the policy of the config that still had it.
    await removeGroup(life)
    await must(['show-changes', '--fail-on-changes'], second, 4)
    await must(['deploy', '--force'], second)
    await must(['check-drift'], second)
    const third = await life.operator()
    await must(['deploy', '--force'], third)
    await must(['delete-stack', '--force'], third)
  })
})

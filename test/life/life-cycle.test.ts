import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { folderWith, runSec, type SecWorld } from './support/run-sec.js'
import { smallConfig } from './support/small-estate.js'

function newWorld(change: Partial<Parameters<typeof smallConfig>[0]> = {}): SecWorld {
  const server = testServer()
  const account = server.newAccount()
  const folder = folderWith(smallConfig({ accountId: account.accountId, ...change }))
  return { endpointUrl: server.endpointUrl, credentials: account.root, folder }
}

describe('the life of a small estate', () => {
  it('is previewed, deployed, found in order, and deleted', async () => {
    const world = newWorld()
    const preview = await runSec(['show-changes'], world)
    expect([preview.err, preview.exitCode]).toEqual([expect.anything(), 0])
    expect(preview.out).toContain('8 added')
    const deployed = await runSec(['deploy', '--force'], world)
    expect(deployed.exitCode, deployed.err).toBe(0)
    const drift = await runSec(['check-drift'], world)
    expect(drift.exitCode, drift.out + drift.err).toBe(0)
    const test = await runSec(['test-deploy', '--force'], world)
    expect(test.exitCode, test.out + test.err).toBe(0)
    const gone = await runSec(['delete-stack', '--force'], world)
    expect(gone.exitCode, gone.err).toBe(0)
  })
})

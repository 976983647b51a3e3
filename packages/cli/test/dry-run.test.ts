import { lookup } from 'node:dns'
import { request } from 'node:https'
import { connect, Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Trap, trapNetwork } from './no-network.js'
import { exampleText, runCli, testFolder } from './run-cli.js'

const actions = ['show-changes', 'check-drift', 'test-deploy', 'deploy', 'delete-stack']
const proxies = { HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' }

function folderWith(example: string) {
  const folder = testFolder()
  folder.write('a.yaml', exampleText(example))
  return folder
}

describe('a dry run', () => {
  let trap: Trap

  beforeEach(() => {
    trap = trapNetwork()
  })
  afterEach(() => trap.lift())

  it.each(actions)('of %s opens no socket, needs no credentials and asks nothing', async (action) => {
    const folder = folderWith('enterprise-12.yaml')
    const { exitCode, out, err } = await runCli(folder, [action, '-c', 'a.yaml', '--dry-run'], {
      env: proxies,
    })
    expect(trap.attempts).toEqual([])
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toMatch(
      new RegExp(`^${action} would do this, in this order:\n\n[^]*\n\nnothing was called\n$`),
    )
    expect(folder.files()).toEqual(['a.yaml'])
  })

  it('would be caught at any way to the network', () => {
    const ways = [
      () => connect(9),
      () => new Socket().connect(9),
      () => request('https://127.0.0.1'),
      () => lookup('localhost', () => undefined),
      () => fetch('http://127.0.0.1'),
    ]
    for (const way of ways) expect(way).toThrow('no network in this test')
    expect(trap.attempts).toHaveLength(ways.length)
  })
})

describe('the plan of deploy', () => {
  it('reads as reviewed', async () => {
    const { out } = await runCli(folderWith('startup-5.yaml'), ['deploy', '-c', 'a.yaml', '--dry-run'])
    const plan = out.replaceAll(/(?<=sec-deploy-|[0-9a-f]{64}-)[a-z0-9]{6}/g, '<random>')
    const golden = fileURLToPath(new URL('./fixtures/plan-deploy-startup-5.txt', import.meta.url))
    await expect(plan).toMatchFileSnapshot(golden)
  })
})

import { DeleteParametersCommand, ListTagsForResourceCommand, PutParameterCommand } from '@aws-sdk/client-ssm'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { stackOf } from './support/by-hand.js'
import { callsOf, type Life, newLife, proxyFor, region, via } from './support/life.js'
import { smallConfig } from './support/small-estate.js'

const ssmOf = ({ account }: Life) => account.clients(region).ssm

function put(life: Life, Name: string, Value: string) {
  return ssmOf(life).send(new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true }))
}

/** What the parameters have to be: the outputs of the stack, and nothing else. */
async function wanted(life: Life): Promise<readonly string[]> {
  const outputs = (await stackOf(life))?.Outputs ?? []
  return outputs
    .map(({ OutputKey, OutputValue }) => `/security/${life.stem}/${OutputKey} = ${OutputValue}`)
    .sort()
}

const found = async (life: Life) => (await stateOf(life.account)).parameters

async function deployedLife(isLarger = false): Promise<Life> {
  const life = newLife({ isLarger })
  await life.must(['deploy', '--force'])
  return life
}

describe('the parameters', () => {
  it('are the outputs of the stack, with its tags', async () => {
    const life = await deployedLife()
    expect(await found(life)).toEqual(await wanted(life))
    const ResourceId = `/security/${life.stem}/RoleGlueEtlArn`
    const tags = await ssmOf(life).send(
      new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId }),
    )
    expect(tags.TagList).toEqual([{ Key: 'owner', Value: 'platform' }])
  })

  it('of more than one page are all there, and all read', async () => {
    const life = await deployedLife(true)
    expect(await found(life)).toHaveLength(11)
    expect(await found(life)).toEqual(await wanted(life))
    const again = await life.must(['deploy', '--force'])
    expect(again.out).toContain('0 written, 0 removed, 11 unchanged')
  })

  it('are written only where they differ, and stale ones go', async () => {
    const life = await deployedLife()
    await put(life, `/security/${life.stem}/RoleGlueEtlArn`, 'changed by hand')
    await put(life, `/security/${life.stem}/RoleOfYesterdayArn`, 'arn:aws:iam::123456789012:role/gone')
    const Names = [`/security/${life.stem}/RoleAmlEngineerArn`]
    await ssmOf(life).send(new DeleteParametersCommand({ Names }))
    const proxy = await proxyFor(life)
    const { out } = await life.must(['deploy', '--force'], via(proxy))
    expect(out).toContain('2 written, 1 removed, 6 unchanged')
    expect(callsOf(proxy).filter((call) => call === 'ssm:PutParameter')).toHaveLength(2)
    expect(callsOf(proxy).filter((call) => call === 'ssm:DeleteParameters')).toHaveLength(1)
    expect(await found(life)).toEqual(await wanted(life))
  })

  it('follow a resource that goes', async () => {
    const life = await deployedLife(true)
    life.write(smallConfig({ accountId: life.account.accountId }))
    const { out } = await life.must(['deploy', '--force'])
    expect(out).toContain('0 written, 3 removed, 8 unchanged')
    expect(await found(life)).toEqual(await wanted(life))
  })

  it('under other paths are not touched, by deploy or by delete-stack', async () => {
    const life = newLife()
    const foreign = [
      `/security/${life.stem}x/Other`,
      `/security/${life.stem}`,
      `/network/${life.stem}/VpcId`,
      `/security/other`,
    ]
    for (const name of foreign) await put(life, name, 'foreign')
    await life.must(['deploy', '--force'])
    await life.must(['delete-stack', '--force'])
    expect(await found(life)).toEqual(foreign.map((name) => `${name} = foreign`).sort())
  })

  const interruptions = [
    { name: 'Ctrl-C', exitCode: 130, says: 'INTERRUPTED' },
    { name: 'a denied call', exitCode: 1, says: 'PARAMETERS_UNFINISHED' },
  ]
  it.each(interruptions)(
    'that $name left half written are finished by the next deploy',
    async ({ name, exitCode, says }) => {
      const life = newLife()
      const proxy = await proxyFor(life)
      const interruption = new AbortController()
      const at = { call: 'ssm:PutParameter', nth: 4 }
      if (name === 'Ctrl-C')
        proxy.inject({ at, fault: { kind: 'call', run: () => interruption.abort('SIGINT') } })
      else proxy.inject({ at, fault: { kind: 'deny' } })
      const first = await life.run(['deploy', '--force'], { ...via(proxy), signal: interruption.signal })
      expect([first.exitCode, first.err]).toEqual([exitCode, expect.stringContaining(says)])
      const half = (await found(life)).length
      expect(half).toBeGreaterThanOrEqual(3)
      expect(half).toBeLessThanOrEqual(4)
      const again = await life.must(['deploy', '--force'])
      expect(again.out).toContain(`${8 - half} written, 0 removed, ${half} unchanged`)
      expect(await found(life)).toEqual(await wanted(life))
    },
  )

  it('are not written by show-changes, check-drift and test-deploy', async () => {
    const life = newLife()
    const proxy = await proxyFor(life)
    await life.must(['test-deploy', '--force'], via(proxy))
    await life.must(['show-changes'], via(proxy))
    expect(callsOf(proxy).filter((call) => call.startsWith('ssm:'))).toEqual([])
    expect(await found(life)).toEqual([])
  })
})

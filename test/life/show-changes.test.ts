import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { changeSetByHand, createByHand, templateOf } from './support/by-hand.js'
import { changingCalls, type Life, newLife, proxyFor, region, via } from './support/life.js'
import { sizedConfig } from './support/sized-estates.js'
import { smallConfig } from './support/small-estate.js'

const larger = (life: Life) => life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))

async function deployedLife(): Promise<Life> {
  const life = newLife()
  await life.must(['deploy', '--force'])
  return life
}

describe('show-changes leaves nothing behind', () => {
  it('where there is no stack yet', async () => {
    const life = newLife()
    const before = await stateOf(life.account)
    const shown = await life.run(['show-changes'])
    expect([shown.exitCode, shown.out]).toEqual([0, expect.stringContaining(`${life.stackName}: 8 added`)])
    expect(await stateOf(life.account)).toEqual(before)
  })

  it('where there is a stack', async () => {
    const life = await deployedLife()
    const before = await stateOf(life.account)
    larger(life)
    const shown = await life.run(['show-changes'])
    expect([shown.exitCode, shown.out]).toEqual([0, expect.stringContaining('3 added, 1 changed')])
    expect(await stateOf(life.account)).toEqual(before)
  })

  it('in the bucket, where the template goes through one', async () => {
    const life = newLife()
    const bucket = `templates-${life.account.accountId}`
    await life.account.createBucket(bucket, region)
    life.write(sizedConfig('large', life.account.accountId, [`template_bucket: ${bucket}`]))
    const proxy = await proxyFor(life)
    const shown = await life.run(['show-changes'], via(proxy))
    expect([shown.exitCode, shown.err]).toEqual([0, expect.anything()])
    expect(changingCalls(proxy)).toContain('s3:PutObject')
    expect(await stateOf(life.account, bucket)).toMatchObject({ stacks: [], objects: [], parameters: [] })
  })

  it('of its own, while the change set of somebody else stays', async () => {
    const life = newLife()
    await changeSetByHand(life, await templateOf(life), 'CREATE')
    const before = await stateOf(life.account)
    expect(before.changeSets).toEqual(['by-hand'])
    const shown = await life.run(['show-changes'])
    expect([shown.exitCode, shown.out]).toEqual([0, expect.stringContaining('8 added')])
    expect(await stateOf(life.account)).toEqual(before)
  })

  const moments = [
    { at: 'sts:GetCallerIdentity', exists: false },
    { at: 'iam:GetGroup', exists: false },
    { at: 's3:PutObject', exists: false },
    { at: 'cloudformation:CreateChangeSet', exists: false },
    { at: 'cloudformation:DescribeChangeSet', exists: false },
    { at: 'cloudformation:DeleteChangeSet', exists: false },
    { at: 'cloudformation:DeleteStack', exists: false },
    { at: 's3:DeleteObjects', exists: false },
    { at: 'cloudformation:GetTemplate', exists: true },
    { at: 'cloudformation:CreateChangeSet', exists: true },
    { at: 'cloudformation:DescribeChangeSet', exists: true },
  ]
  it.each(moments)('when Ctrl-C comes at $at, with a stack: $exists', async ({ at, exists }) => {
    const life = newLife()
    const bucket = `templates-${life.account.accountId}`
    await life.account.createBucket(bucket, region)
    if (exists) await life.must(['deploy', '--force'])
    life.write(sizedConfig('large', life.account.accountId, [`template_bucket: ${bucket}`]))
    const before = await stateOf(life.account, bucket)
    const proxy = await proxyFor(life)
    const interruption = new AbortController()
    proxy.inject({ at: { call: at }, fault: { kind: 'call', run: () => interruption.abort('SIGINT') } })
    const shown = await life.run(['show-changes'], { ...via(proxy), signal: interruption.signal })
    expect([shown.exitCode, shown.err]).toEqual([130, expect.stringContaining('INTERRUPTED')])
    expect(await stateOf(life.account, bucket)).toEqual(before)
  })
})

describe('show-changes tells', () => {
  it.each([
    { flags: [], exitCode: 0 },
    { flags: ['--fail-on-changes'], exitCode: 0 },
  ])('that there are no changes, $flags', async ({ flags, exitCode }) => {
    const life = await deployedLife()
    const shown = await life.run(['show-changes', ...flags])
    expect([shown.exitCode, shown.out]).toEqual([exitCode, `${life.stackName}: no changes\n`])
  })

  it('that there are changes by exit code 4, when it is asked to', async () => {
    const life = await deployedLife()
    larger(life)
    expect((await life.run(['show-changes', '--fail-on-changes'])).exitCode).toBe(4)
    expect((await newLife().run(['show-changes', '--fail-on-changes'])).exitCode).toBe(4)
  })

  it('properties with old and new value', async () => {
    const life = await deployedLife()
    life.edit('service: glue\n', 'service: glue\n      max_session_seconds: 7200\n')
    const { out } = await life.run(['show-changes'])
    expect(out).toContain('MaxSessionDuration: 3600 -> 7200')
    expect(out).toContain('longest session: 3600 -> 7200 seconds')
  })

  it('statements that are gained and lost, by whom and through which policy', async () => {
    const life = await deployedLife()
    life.edit('Action: [s3:GetObject]', 'Action: [s3:GetObjectTagging]')
    const { out } = await life.run(['show-changes'])
    const access = out.slice(out.indexOf('Access:'))
    expect(access).toContain(`role ${life.prefix}-role-glue-etl gains access`)
    expect(access).toContain(`by ${life.prefix}-policy-role-glue-etl:`)
    expect(access).toContain('+ Allow s3:GetObjectTagging on')
    expect(access).toContain('- Allow s3:GetObject on')
  })

  it('who loses everything, when a group goes', async () => {
    const life = await deployedLife()
    larger(life)
    await life.must(['deploy', '--force'])
    life.write(smallConfig({ accountId: life.account.accountId }))
    const { exitCode, out } = await life.run(['show-changes'])
    expect(exitCode).toBe(0)
    expect(out).toContain(
      `- AWS::IAM::Group GroupBusinessConsumers (${life.prefix}-group-business-consumers)`,
    )
    expect(out).toContain(`group ${life.prefix}-group-business-consumers goes`)
    expect(out).toContain(`group ${life.prefix}-group-data-scientists changes, and gains no access`)
  })

  it('a replacement, and the property that asks for it', async () => {
    const life = newLife()
    const template = await templateOf(life)
    Object.assign(template.Resources.RoleGlueEtl?.Properties ?? {}, { RoleName: 'by-another-name' })
    await createByHand(life, template)
    const { exitCode, out, err } = await life.run(['show-changes'])
    expect(exitCode, err).toBe(0)
    expect(out).toMatch(/AWS::IAM::Role RoleGlueEtl .*replace/i)
    expect(out).toContain(`RoleName: by-another-name -> ${life.prefix}-role-glue-etl`)
  })
})

describe('show-changes refuses before any changing call', () => {
  const edits = [
    {
      name: 'another description of a policy',
      code: 'CHANGE_NEEDS_NEW_NAME',
      place: /config\.yaml:\d+/,
      resource: 'PolicyRoleGlueEtl',
      properties: { Description: 'As an older version of the tool wrote it' },
    },
    {
      name: 'another path of a role',
      code: 'CHANGE_NEEDS_NEW_NAME',
      place: /config\.yaml:\d+/,
      resource: 'RoleGlueEtl',
      properties: { Path: '/by-hand/' },
    },
  ]
  it.each(edits)('$name, with the line and exit code 2', async ({ code, place, resource, properties }) => {
    const life = newLife()
    const template = await templateOf(life)
    Object.assign(template.Resources[resource]?.Properties ?? {}, properties)
    await createByHand(life, template)
    const proxy = await proxyFor(life)
    for (const action of [['show-changes'], ['deploy', '--force']]) {
      const refused = await life.run(action, via(proxy))
      expect(refused.exitCode, refused.err).toBe(2)
      expect(refused.err).toContain(code)
      expect(refused.err).toMatch(place)
      expect(changingCalls(proxy)).toEqual([])
    }
  })
})

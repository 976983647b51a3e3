import { readFileSync } from 'node:fs'
import { GetTemplateCommand } from '@aws-sdk/client-cloudformation'
import { ListRoleTagsCommand } from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { stackOf } from './support/by-hand.js'
import { callsOf, changingCalls, newLife, proxyFor, region, via } from './support/life.js'
import { asked } from './support/questions.js'
import { smallConfig } from './support/small-estate.js'

const administrators = `    platform_administrators:
      managed_policies: [AdministratorAccess]
`

describe('the question of deploy', () => {
  it('is answered by yes or no, where something is made or changed', async () => {
    const life = newLife()
    const { questions, ended } = await asked(life, ['deploy'], true)
    expect(ended.exitCode, ended.err).toBe(0)
    const text = `Deploy ${life.stackName} to the account ${life.account.accountId}?`
    expect(questions).toEqual([{ kind: 'yes-no', text }])
  })

  it('wants the name of the stack, where the access of administrators grows', async () => {
    const life = newLife()
    life.edit('  service_roles:', `${administrators}  service_roles:`)
    const { questions, ended } = await asked(life, ['deploy'], true)
    expect(ended.exitCode, ended.err).toBe(0)
    expect(questions).toMatchObject([{ kind: 'typed', expected: life.stackName }])
    expect(questions[0]?.text).toContain(
      `Access grows for group ${life.prefix}-group-platform-administrators`,
    )
  })

  it('wants the name of the stack, where something is deleted', async () => {
    const life = newLife({ isLarger: true })
    await life.must(['deploy', '--force'])
    life.write(smallConfig({ accountId: life.account.accountId }))
    const { questions, ended } = await asked(life, ['deploy'], true)
    expect(ended.exitCode, ended.err).toBe(0)
    expect(questions).toMatchObject([{ kind: 'typed', expected: life.stackName }])
  })

  it('is not asked, where there is nothing to change', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const { questions, ended } = await asked(life, ['deploy'], true)
    expect([ended.exitCode, questions]).toEqual([0, []])
  })

  it.each([{ isUpdate: false }, { isUpdate: true }])(
    'leaves nothing when it is declined, $isUpdate',
    async ({ isUpdate }) => {
      const life = newLife()
      if (isUpdate) await life.must(['deploy', '--force'])
      life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))
      const before = await stateOf(life.account)
      const { ended } = await asked(life, ['deploy'], false)
      expect([ended.exitCode, ended.out]).toEqual([3, ''])
      expect(ended.err).toContain('DECLINED')
      expect(await stateOf(life.account)).toEqual(before)
    },
  )

  it.each(['deploy', 'test-deploy', 'delete-stack'])(
    'cannot be asked without a terminal: %s calls nothing',
    async (action) => {
      const life = newLife()
      const proxy = await proxyFor(life)
      const refused = await life.run([action], via(proxy))
      expect([refused.exitCode, refused.err]).toEqual([2, expect.stringContaining('CLI_NO_TERMINAL')])
      expect(proxy.calls).toEqual([])
    },
  )
})

describe('deploy', () => {
  it('tells of every resource as it comes, then the outputs and the parameters', async () => {
    const life = newLife()
    await life.account.setPace(50)
    const { err, out } = await life.must(['deploy', '--force'])
    const done = err.split('\n').filter((line) => /^\d\d:\d\d:\d\d {2}CREATE_COMPLETE /.test(line))
    expect(done).toHaveLength(9)
    expect(done[0]).toMatch(/AWS::IAM::\S+ +\w+ \d+\.\d s$/)
    expect(out).toContain(`${life.stackName}: created`)
    expect(out).toContain(`RoleGlueEtlArn = arn:aws:iam::${life.account.accountId}:role/`)
    expect(out).toContain(`parameters under /security/${life.stem}/: 8 written, 0 removed, 0 unchanged`)
  })

  it('tags the stack and the roles', async () => {
    const life = newLife({ tags: ['cost_center: "4711"'] })
    await life.must(['deploy', '--force'])
    const wanted = [
      { Key: 'owner', Value: 'platform' },
      { Key: 'cost_center', Value: '4711' },
    ]
    expect((await stackOf(life))?.Tags).toEqual(expect.arrayContaining(wanted))
    const { iam } = life.account.clients(region)
    const role = await iam.send(new ListRoleTagsCommand({ RoleName: `${life.prefix}-role-glue-etl` }))
    expect(role.Tags).toEqual(expect.arrayContaining(wanted))
  })

  it('changes tags that are all that changed', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    life.edit('owner: platform', 'owner: security')
    await life.must(['deploy', '--force'])
    expect((await stackOf(life))?.Tags).toEqual(expect.arrayContaining([{ Key: 'owner', Value: 'security' }]))
  })

  it('sets the topics that are told of events, and takes them away', async () => {
    const life = newLife()
    const topic = `arn:aws:sns:${region}:${life.account.accountId}:stacks`
    life.edit(
      'termination_protection: false',
      `termination_protection: false\n  notification_arns: ["${topic}"]`,
    )
    await life.must(['deploy', '--force'])
    expect((await stackOf(life))?.NotificationARNs).toEqual([topic])
    life.edit(`notification_arns: ["${topic}"]`, 'notification_arns: []')
    await life.must(['deploy', '--force'])
    expect((await stackOf(life))?.NotificationARNs ?? []).toEqual([])
  })

  it('turns termination protection on and off, also where nothing else changes', async () => {
    const life = newLife()
    life.edit('termination_protection: false', 'termination_protection: true')
    const on = await life.must(['deploy', '--force'])
    expect([on.out, (await stackOf(life))?.EnableTerminationProtection]).toEqual([
      expect.stringContaining('termination protection is on'),
      true,
    ])
    life.edit('termination_protection: true', 'termination_protection: false')
    const off = await life.must(['deploy', '--force'])
    expect([off.out, (await stackOf(life))?.EnableTerminationProtection]).toEqual([
      expect.stringContaining('termination protection is off'),
      false,
    ])
  })

  it('hands the service role to CloudFormation', async () => {
    const life = newLife()
    const role = `arn:aws:iam::${life.account.accountId}:role/for-cloudformation`
    life.edit('termination_protection: false', `termination_protection: false\n  service_role_arn: "${role}"`)
    await life.must(['deploy', '--force'])
    expect((await stackOf(life))?.RoleARN).toBe(role)
  })

  it('deploys the template that create-prov-template writes, byte by byte', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const { cloudformation } = life.account.clients(region)
    const { TemplateBody } = await cloudformation.send(new GetTemplateCommand({ StackName: life.stackName }))
    await life.must(['create-prov-template'])
    const file = `${life.folder}/templates/${life.stem}-template.yaml`
    expect(TemplateBody).toBe(readFileSync(file, 'utf8'))
  })
})

describe('a deploy that changes nothing', () => {
  it.each([
    { name: '8 parameters', isLarger: false, pages: 1 },
    { name: '11 parameters', isLarger: true, pages: 2 },
  ])('makes at most six calls beside a page for every ten parameters: $name', async ({ isLarger, pages }) => {
    const life = newLife({ isLarger })
    await life.must(['deploy', '--force'])
    const proxy = await proxyFor(life)
    await life.must(['deploy', '--force'], via(proxy))
    const calls = callsOf(proxy)
    const reads = calls.filter((call) => call === 'ssm:GetParametersByPath')
    expect(reads).toHaveLength(pages)
    expect(calls.length - reads.length).toBeLessThanOrEqual(6)
    expect(changingCalls(proxy)).toEqual([])
  })
})

import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { anyPolicy } from './support/by-hand.js'
import { checkDrift } from './support/check-drift.js'
import { iamOf, type Life, lifeIn, newLife } from './support/life.js'
import { smallConfig } from './support/small-estate.js'

async function deployedLife(): Promise<Life> {
  const life = newLife()
  await life.must(['deploy', '--force'])
  return life
}

/** Everything that a person may touch, by the names of the small estate. */
function namesOf({ prefix, account }: Life) {
  const policyArn = (name: string) => `arn:aws:iam::${account.accountId}:policy/${prefix}-policy-${name}`
  return {
    scientists: { GroupName: `${prefix}-group-data-scientists` },
    engineers: { GroupName: `${prefix}-group-ml-engineers` },
    glue: { RoleName: `${prefix}-role-glue-etl` },
    mirror: { RoleName: `${prefix}-role-aml-engineer` },
    gluePolicy: { PolicyArn: policyArn('role-glue-etl') },
    level1: { PolicyArn: policyArn('s3-level1-read-only') },
    level2: { PolicyArn: policyArn('s3-level2-project-buckets-only') },
  }
}

type Statement = Readonly<Record<string, unknown>>

const documentOf = (...statements: readonly Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })

/** The trust policy of a role, with its first statement changed. */
async function editTrust(life: Life, edit: (statement: Statement) => Statement): Promise<void> {
  const iam = iamOf(life)
  const { mirror } = namesOf(life)
  const { Role } = await iam.send(new GetRoleCommand(mirror))
  const document = JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')) as {
    readonly Statement: readonly [Statement, ...(readonly Statement[])]
  }
  const [first, ...rest] = document.Statement
  const PolicyDocument = JSON.stringify({ ...document, Statement: [edit(first), ...rest] })
  await iam.send(new UpdateAssumeRolePolicyCommand({ ...mirror, PolicyDocument }))
}

describe('a trust policy', () => {
  it.each([
    {
      name: 'another principal',
      edit: (one: Statement) => ({ ...one, Principal: { AWS: '*' } }),
      found: 'wider',
      line: '+ Allow sts:AssumeRole to *',
    },
    {
      name: 'another action',
      edit: (one: Statement) => ({ ...one, Action: ['sts:AssumeRole', 'sts:TagSession'] }),
      found: 'wider',
      line: '+ Allow sts:TagSession, sts:AssumeRole to',
    },
    {
      name: 'no condition',
      edit: ({ Condition: _gone, ...one }: Statement) => one,
      found: 'wider',
      line: '+ Allow sts:AssumeRole to',
    },
    {
      name: 'one condition more',
      edit: (one: Statement) => ({
        ...one,
        Condition: { ...(one.Condition as Statement), IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
      }),
      found: 'narrower',
      line: 'IpAddress aws:SourceIp is 192.0.2.0/24',
    },
    {
      name: 'a principal that was deleted, and made again under the same name',
      edit: (one: Statement) => ({ ...one, Principal: { AWS: 'AROAEXAMPLE1234567890' } }),
      found: 'narrower',
      line: 'AROAEXAMPLE1234567890 is the unique id of a principal that was deleted',
    },
  ])('with $name', async ({ edit, found, line }) => {
    const life = await deployedLife()
    await editTrust(life, edit)
    const checked = await checkDrift(life)
    expect([checked.exitCode, checked.found]).toEqual([
      4,
      [`changed-trust-policy of role-aml-engineer, ${found}`],
    ])
    expect(checked.text.out).toContain(line)
  })

  it('that is written in other words is no drift', async () => {
    const life = await deployedLife()
    await editTrust(life, (one) => ({ ...one, Action: [one.Action].flat() }))
    expect(await checkDrift(life)).toMatchObject({ exitCode: 0, found: [] })
  })
})

describe('versions of a policy', () => {
  /** A second version by an ordinary deployment: the first one stays. */
  async function updatedLife(): Promise<Life> {
    const life = await deployedLife()
    life.edit('Action: [s3:GetObject]', 'Action: [s3:GetObject, s3:GetObjectVersion]')
    await life.must(['deploy', '--force'])
    return life
  }

  it('that deployments leave are no drift', async () => {
    const life = await updatedLife()
    const { gluePolicy } = namesOf(life)
    await iamOf(life).send(new GetPolicyVersionCommand({ ...gluePolicy, VersionId: 'v1' }))
    expect(await checkDrift(life)).toMatchObject({ exitCode: 0, found: [] })
  })

  it('are found when an older one counts again, with what it lacks', async () => {
    const life = await updatedLife()
    const { gluePolicy } = namesOf(life)
    await iamOf(life).send(new SetDefaultPolicyVersionCommand({ ...gluePolicy, VersionId: 'v1' }))
    const { exitCode, found, text } = await checkDrift(life)
    expect([exitCode, found]).toEqual([
      4,
      [
        'newer-versions of policy-role-glue-etl, other',
        'changed-policy-document of policy-role-glue-etl, narrower',
      ],
    ])
    expect(text.out).toContain('has v2 beyond its default version v1')
    expect(text.out).toContain('- Allow s3:GetObjectVersion, s3:GetObject on arn:aws:s3:::')
    expect(text.out).toContain(`it counts for role ${life.prefix}-role-glue-etl`)
  })

  it('are found when one lies ready that does not count yet', async () => {
    const life = await deployedLife()
    const { level1 } = namesOf(life)
    const all = documentOf({ Effect: 'Allow', Action: '*', Resource: '*' })
    await iamOf(life).send(new CreatePolicyVersionCommand({ ...level1, PolicyDocument: all }))
    const { exitCode, found } = await checkDrift(life)
    expect([exitCode, found]).toEqual([4, ['newer-versions of policy-s3-level1-read-only, other']])
  })
})

describe('whoever looks', () => {
  it('finds all of it at once, what is wider first, and is told the ways out', async () => {
    const life = await deployedLife()
    const { scientists, engineers, glue, mirror, level2 } = namesOf(life)
    const iam = iamOf(life)
    await iam.send(new UpdateRoleCommand({ ...glue, Description: 'mine' }))
    await iam.send(new DetachGroupPolicyCommand({ ...engineers, ...level2 }))
    await iam.send(new TagRoleCommand({ ...mirror, Tags: [{ Key: 'owner', Value: 'me' }] }))
    const PolicyDocument = documentOf({ Effect: 'Allow', Action: 'iam:*', Resource: '*' })
    await iam.send(new PutGroupPolicyCommand({ ...scientists, PolicyName: 'fix', PolicyDocument }))
    const { exitCode, found, drift, text } = await checkDrift(life)
    expect([exitCode, found]).toEqual([
      4,
      [
        'extra-inline-policy of group-data-scientists, wider',
        'tag-changed of role-aml-engineer, other',
        'missing-attachment of group-ml-engineers, narrower',
        'changed-description of role-glue-etl, cosmetic',
      ],
    ])
    expect(drift.counts).toEqual({ wider: 1, other: 1, narrower: 1, cosmetic: 1, notChecked: 0 })
    const [first, ...lines] = text.out.split('\n')
    expect(first).toBe(
      `${life.stackName}: drift, access is wider: group ${life.prefix}-group-data-scientists (4 findings)`,
    )
    expect(lines.slice(0, 3)).toEqual([
      'Wider access:',
      `  group ${life.prefix}-group-data-scientists has the inline policy fix, which is not in the template`,
      '      + Allow iam:* on *',
    ])
    expect(text.err).toMatch(/to put it back: sec-provisioner deploy --config config.yaml .*--revert-drift\n/)
    expect(text.err).toMatch(/to keep it: write it into the config, then sec-provisioner deploy --config/)
  })

  it('is told once what CloudFormation and IAM both see, and who sees more', async () => {
    const life = await deployedLife()
    const { glue, mirror } = namesOf(life)
    const iam = iamOf(life)
    await iam.send(new UpdateRoleCommand({ ...mirror, MaxSessionDuration: 7200 }))
    const both = await checkDrift(life)
    expect([both.drift.cloudFormation, both.found]).toEqual([
      'DRIFTED',
      ['changed-session-length of role-aml-engineer, wider'],
    ])
    expect(both.text.out).not.toContain('IN_SYNC')
    await iam.send(new UpdateRoleCommand({ ...mirror, MaxSessionDuration: 3600 }))
    await iam.send(new PutRolePolicyCommand({ ...glue, PolicyName: 'x', PolicyDocument: anyPolicy }))
    const more = await checkDrift(life)
    expect([more.drift.cloudFormation, more.found]).toEqual([
      'IN_SYNC',
      ['extra-inline-policy of role-glue-etl, wider'],
    ])
    expect(more.text.out).toContain("CloudFormation's own drift detection sees none of this")
  })

  it('finds nothing in another estate of the same account', async () => {
    const life = await deployedLife()
    const { accountId } = life.account
    const neighbour = lifeIn(life.account, smallConfig({ accountId, tenantId: 'x002' }), 'x002')
    await neighbour.must(['deploy', '--force'])
    const { glue, level1 } = namesOf(life)
    const iam = iamOf(life)
    await iam.send(new PutRolePolicyCommand({ ...glue, PolicyName: 'x', PolicyDocument: anyPolicy }))
    await iam.send(new AttachRolePolicyCommand({ RoleName: namesOf(neighbour).glue.RoleName, ...level1 }))
    expect((await checkDrift(life)).found).toEqual([
      'extra-inline-policy of role-glue-etl, wider',
      'foreign-attachment of policy-s3-level1-read-only, wider',
    ])
    expect((await checkDrift(neighbour)).found).toEqual(['extra-attachment of role-glue-etl, wider'])
  })

  it('finds a role that somebody made anew, and what it lacks', async () => {
    const life = await deployedLife()
    const { mirror } = namesOf(life)
    const iam = iamOf(life)
    const { Role } = await iam.send(new GetRoleCommand(mirror))
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand(mirror))
    for (const { PolicyArn } of AttachedPolicies)
      await iam.send(new DetachRolePolicyCommand({ ...mirror, PolicyArn }))
    await iam.send(new DeleteRoleCommand(mirror))
    expect((await checkDrift(life)).found).toEqual(['missing of role-aml-engineer, narrower'])
    const AssumeRolePolicyDocument = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
    await iam.send(new CreateRoleCommand({ ...mirror, AssumeRolePolicyDocument }))
    const { found } = await checkDrift(life)
    expect(found).toContain('missing-attachment of role-aml-engineer, narrower')
    expect(found).toContain('tag-removed of role-aml-engineer, other')
    expect(found.every((one) => one.includes('role-aml-engineer'))).toBe(true)
  })

  it('gets the way to the changes where the config says something else, which is no drift', async () => {
    const life = await deployedLife()
    life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))
    const clean = await checkDrift(life)
    expect([clean.exitCode, clean.found]).toEqual([0, []])
    expect(clean.text.err).toMatch(
      /differs from what is deployed; that is no drift: sec-provisioner show-changes/,
    )
    const { glue } = namesOf(life)
    await iamOf(life).send(new PutRolePolicyCommand({ ...glue, PolicyName: 'x', PolicyDocument: anyPolicy }))
    const drifted = await checkDrift(life)
    expect(drifted.found).toEqual(['extra-inline-policy of role-glue-etl, wider'])
    expect(drifted.text.err).toContain('to put it back, which deploys the config as well:')
  })

  it('is told of a policy of the account by its name', async () => {
    const life = await deployedLife()
    const { glue } = namesOf(life)
    const iam = iamOf(life)
    const made = await iam.send(
      new CreatePolicyCommand({ PolicyName: 'theirs', Path: '/team/', PolicyDocument: anyPolicy }),
    )
    await iam.send(new AttachRolePolicyCommand({ ...glue, PolicyArn: made.Policy?.Arn }))
    const { found, text } = await checkDrift(life)
    expect(found).toEqual(['extra-attachment of role-glue-etl, wider'])
    expect(text.out).toContain('has team/theirs attached, which is not in the template')
  })
})

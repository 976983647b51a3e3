import { CreateGroupCommand, CreatePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { anyPolicy, createByHand, templateOf } from './support/by-hand.js'
import { changingCalls, iamOf, type Life, lifeIn, newLife, proxyFor, region, via } from './support/life.js'
import { smallConfig } from './support/small-estate.js'

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'glue.amazonaws.com' }, Action: 'sts:AssumeRole' }],
})

const takers = [
  {
    name: 'a group made by hand',
    take: (life: Life) =>
      iamOf(life).send(new CreateGroupCommand({ GroupName: `${life.prefix}-group-ml-engineers` })),
    says: /IAM_NAME_TAKEN.*the group "acme-dev-x001-group-ml-engineers" exists already/,
    line: /^config\.yaml:\d+:\d+ {2}error/m,
    hint: /look in CloudFormation for a stack that holds this group/,
  },
  {
    name: 'a policy made by hand',
    take: (life: Life) =>
      iamOf(life).send(
        new CreatePolicyCommand({
          PolicyName: `${life.prefix}-policy-role-glue-etl`,
          PolicyDocument: anyPolicy,
        }),
      ),
    says: /IAM_NAME_TAKEN.*the policy "arn:aws:iam::\d{12}:policy\/acme-dev-x001-policy-role-glue-etl" exists already/,
    line: /^config\.yaml:\d+:\d+ {2}error/m,
    hint: /look in CloudFormation for a stack that holds this policy/,
  },
  {
    name: 'a role made by hand',
    take: (life: Life) =>
      iamOf(life).send(
        new CreateRoleCommand({ RoleName: `${life.prefix}-role-glue-etl`, AssumeRolePolicyDocument: trust }),
      ),
    says: /IAM_NAME_TAKEN.*the role "acme-dev-x001-role-glue-etl" exists already/,
    line: /^config\.yaml:\d+:\d+ {2}error/m,
    hint: /otherwise delete it by hand, or deploy under other names/,
  },
  {
    name: 'the same estate in another region',
    take: async (life: Life) => {
      const inRegion = 'eu-west-1'
      const name = life.stackName.replace(region, inRegion)
      await createByHand(life, await templateOf(life), { name, inRegion })
    },
    says: /IAM_NAME_OF_OTHER_STACK.*belongs to the stack "acme-dev-x001-eu-west-1-startup-sec-stack" in eu-west-1/,
    line: /^config\.yaml:\d+:\d+ {2}error/m,
    hint: /delete the stack "acme-dev-x001-eu-west-1-startup-sec-stack" in eu-west-1/,
  },
  {
    name: 'the estate of another tier',
    take: async (life: Life) => {
      const Resources = { Other: { Type: 'AWS::IAM::Group', Properties: { GroupName: 'any-other' } } }
      const name = life.stackName.replace('startup', 'medium')
      await createByHand(life, { Resources }, { name })
    },
    says: /STACK_OF_OTHER_TIER.*the stack "acme-dev-x001-us-west-1-medium-sec-stack" holds the estate of acme-dev-x001/,
    line: /^config\.yaml:1:\d+ {2}error/m,
    hint: /deploy the config of "acme-dev-x001-us-west-1-medium-sec-stack", or delete that stack first/,
  },
]

describe('before a stack is created', () => {
  it.each(takers)('deploy and show-changes find $name', async ({ take, says, line, hint }) => {
    const life = newLife()
    await take(life)
    const before = await stateOf(life.account)
    const proxy = await proxyFor(life)
    for (const action of [['deploy', '--force'], ['show-changes']]) {
      const stopped = await life.run(action, via(proxy))
      expect([action[0], stopped.exitCode], stopped.err).toEqual([action[0], 1])
      expect(stopped.err).toMatch(says)
      expect(stopped.err).toMatch(line)
      expect(stopped.err).toMatch(hint)
    }
    expect(changingCalls(proxy)).toEqual([])
    expect(await stateOf(life.account)).toEqual(before)
  })

  it("an estate of another tenant is in nobody's way", async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const { account } = life
    const other = lifeIn(account, smallConfig({ accountId: account.accountId, tenantId: 'x002' }), 'x002')
    await other.must(['deploy', '--force'])
    expect((await stateOf(account)).stacks).toHaveLength(2)
  })
})

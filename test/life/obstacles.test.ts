import {
  AddRoleToInstanceProfileCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  PutGroupPolicyCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { anyPolicy } from './support/by-hand.js'
import { callsOf, iamOf, type Life, newLife, proxyFor, via } from './support/life.js'

const policyArn = ({ account, prefix }: Life, name: string) =>
  `arn:aws:iam::${account.accountId}:policy/${prefix}-policy-${name}`

const leavingGroup = ({ prefix }: Life) => `${prefix}-group-business-consumers`

/** What hangs on something that the next config does not have. */
const obstacles = [
  {
    name: 'a person in the group',
    make: async (life: Life) => {
      await life.account.createUser('ann')
      await life.account.addUserToGroup('ann', leavingGroup(life))
    },
    says: /IAM_GROUP_HAS_MEMBERS .*-business-consumers" is to be deleted and has 1 member: ann/,
  },
  {
    name: 'a foreign policy on the group',
    make: async (life: Life) => {
      const policy = { PolicyName: 'of-somebody-else', PolicyDocument: anyPolicy }
      const { Policy } = await iamOf(life).send(new CreatePolicyCommand(policy))
      const attachment = { GroupName: leavingGroup(life), PolicyArn: Policy?.Arn ?? '' }
      await iamOf(life).send(new AttachGroupPolicyCommand(attachment))
    },
    says: /IAM_FOREIGN_ATTACHMENT .*-business-consumers" .*policy\/of-somebody-else/,
  },
  {
    name: 'a foreign inline policy of the group',
    make: (life: Life) =>
      iamOf(life).send(
        new PutGroupPolicyCommand({
          GroupName: leavingGroup(life),
          PolicyName: 'by-hand',
          PolicyDocument: anyPolicy,
        }),
      ),
    says: /IAM_FOREIGN_INLINE_POLICY .*-business-consumers" .*"by-hand"/,
  },
  {
    name: 'the policy on another group',
    make: async (life: Life) => {
      await iamOf(life).send(new CreateGroupCommand({ GroupName: 'outside' }))
      const PolicyArn = policyArn(life, 'bedrock-level1-invoke')
      await iamOf(life).send(new AttachGroupPolicyCommand({ GroupName: 'outside', PolicyArn }))
    },
    says: /IAM_POLICY_ATTACHED_ELSEWHERE .*bedrock-level1-invoke.*the group "outside"/,
  },
  {
    name: 'the policy as the boundary of a user',
    make: (life: Life) =>
      iamOf(life).send(
        new CreateUserCommand({
          UserName: 'bounded',
          PermissionsBoundary: policyArn(life, 'bedrock-level1-invoke'),
        }),
      ),
    says: /IAM_POLICY_IS_BOUNDARY .*bedrock-level1-invoke.*the user "bounded"/,
  },
  {
    name: 'the role in an instance profile',
    make: async (life: Life) => {
      const InstanceProfileName = 'machines'
      await iamOf(life).send(new CreateInstanceProfileCommand({ InstanceProfileName }))
      const RoleName = `${life.prefix}-role-glue-etl`
      await iamOf(life).send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName }))
    },
    says: /IAM_ROLE_IN_INSTANCE_PROFILE .*-role-glue-etl" is to be deleted and is in 1 instance profile: machines/,
  },
]

/** Everything but one group, its policies and one role stays. */
function takeOut(life: Life): void {
  life.edit('    business_consumers:\n      policy_assignments: { bedrock: level1 }\n', '')
  life.edit('  service_roles:\n    glue_etl:', '  service_roles:\n    glue_loader:')
}

describe('before something is deleted, show-changes and deploy name what hangs on it, and stop', () => {
  it.each(obstacles)('$name', async ({ make, says }) => {
    const life = newLife({ isLarger: true })
    await life.must(['deploy', '--force'])
    await make(life)
    takeOut(life)
    const before = await stateOf(life.account)
    const proxy = await proxyFor(life)
    for (const action of [['show-changes'], ['deploy', '--force']]) {
      const stopped = await life.run(action, via(proxy))
      expect([action[0], stopped.exitCode], stopped.err).toEqual([action[0], 1])
      expect(stopped.err).toMatch(says)
    }
    expect(callsOf(proxy)).not.toContain('cloudformation:ExecuteChangeSet')
    expect(await stateOf(life.account)).toEqual(before)
  })

  it('and go on where nothing does', async () => {
    const life = newLife({ isLarger: true })
    await life.must(['deploy', '--force'])
    takeOut(life)
    await life.must(['deploy', '--force'])
    const { groups, roles } = await stateOf(life.account)
    expect(groups).not.toContain(leavingGroup(life))
    expect(roles).not.toContain(`${life.prefix}-role-glue-etl`)
  })
})

import { type AwsCall, calls } from './aws-call.js'
import { group, type NameSet, policy, role } from './names-at.js'

/** Everything about the estate that IAM can tell, for drift and for the check of a test deployment. */
export const readEstate = (names: NameSet): readonly AwsCall[] => [
  ...calls(group(names), {
    'iam:GetGroup': 'reads a group and its members',
    'iam:GetGroupPolicy': 'reads the inline policies of a group',
    'iam:ListAttachedGroupPolicies': 'reads what is attached to a group',
    'iam:ListGroupPolicies': 'reads which inline policies a group has',
  }),
  ...calls(role(names), {
    'iam:GetRole': 'reads a role: trust policy, boundary, session length, tags',
    'iam:GetRolePolicy': 'reads the inline policies of a role',
    'iam:ListAttachedRolePolicies': 'reads what is attached to a role',
    'iam:ListRolePolicies': 'reads which inline policies a role has',
  }),
  ...calls(policy(names), {
    'iam:GetPolicy': 'reads a managed policy and which version is its default',
    'iam:GetPolicyVersion': 'reads the document of a managed policy',
    'iam:ListEntitiesForPolicy': 'reads what a managed policy is attached to',
    'iam:ListPolicyVersions': 'reads which versions a managed policy has',
  }),
]

/** Whether the names to be made exist already, and who owns them. */
export const findOwners: readonly AwsCall[] = [
  ...calls(group(''), { 'iam:GetGroup': 'looks whether a group of this name exists' }),
  ...calls(role(''), {
    'iam:GetRole': 'looks whether a role of this name exists, and which stack its tags name',
  }),
  ...calls(policy(''), { 'iam:GetPolicy': 'looks whether a policy of this name exists' }),
]

/** What would stop a deletion half way. */
export const findObstacles: readonly AwsCall[] = [
  ...calls(group(''), {
    'iam:GetGroup': 'lists the members of a group that is to be deleted',
    'iam:ListAttachedGroupPolicies': 'finds foreign policies attached to a group that is to be deleted',
    'iam:ListGroupPolicies': 'finds foreign inline policies of a group that is to be deleted',
  }),
  ...calls(role(''), {
    'iam:ListAttachedRolePolicies': 'finds foreign policies attached to a role that is to be deleted',
    'iam:ListInstanceProfilesForRole': 'finds instance profiles, which keep a role from being deleted',
    'iam:ListRolePolicies': 'finds foreign inline policies of a role that is to be deleted',
  }),
  ...calls(policy(''), {
    'iam:ListEntitiesForPolicy': 'finds what else a policy that is to be deleted is attached to',
  }),
]

/** What somebody gave to groups and roles beside the template, which reverting drift does not take away. */
export const findForeignPolicies: readonly AwsCall[] = [
  ...calls(group(''), {
    'iam:ListAttachedGroupPolicies': 'finds foreign policies attached to a group',
    'iam:ListGroupPolicies': 'finds foreign inline policies of a group',
  }),
  ...calls(role(''), {
    'iam:ListAttachedRolePolicies': 'finds foreign policies attached to a role',
    'iam:ListRolePolicies': 'finds foreign inline policies of a role',
  }),
]

/** The policy simulator, on one statement of each group of a test deployment. */
export const simulateGroups: readonly AwsCall[] = calls(group('test-'), {
  'iam:SimulatePrincipalPolicy': 'tries a statement of a group',
})

/** The same for its roles. */
export const simulateRoles: readonly AwsCall[] = calls(role('test-'), {
  'iam:SimulatePrincipalPolicy': 'tries a statement of a role',
})

import { type AwsCall, type CallsAt, calls } from './aws-call.js'
import { group, type NameSet, policy, role } from './names-at.js'

/** CloudFormation with the caller's credentials; with a service role of its own it needs nothing of the caller. */
const onBehalf = (at: CallsAt): CallsAt => ({ ...at, by: 'cloudformation', needs: ['no-service-role'] })
const inline = (at: CallsAt): CallsAt => ({ ...at, needs: [...(at.needs ?? []), 'inline-policies'] })

/** What `delete-stack` and `deploy --revert-drift` offer to do about foreign policies on groups and roles of the estate. */
export const removeForeignPolicies: readonly AwsCall[] = [
  ...calls(
    { ...group(''), needs: ['no-service-role'] },
    {
      'iam:DeleteGroupPolicy': 'removes foreign inline policies from a group, after a question',
      'iam:DetachGroupPolicy': 'detaches foreign policies from a group, after a question',
    },
  ),
  ...calls(
    { ...role(''), needs: ['no-service-role'] },
    {
      'iam:DeleteRolePolicy': 'removes foreign inline policies from a role, after a question',
      'iam:DetachRolePolicy': 'detaches foreign policies from a role, after a question',
    },
  ),
]

/**
 * What CloudFormation calls to create the resources.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_IAM.html | The resource types}
 */
export const createEstate = (names: NameSet): readonly AwsCall[] => [
  ...calls(onBehalf(group(names)), {
    'iam:AttachGroupPolicy': 'attaches managed policies to a group',
    'iam:CreateGroup': 'creates a group',
    'iam:GetGroup': 'reads a group back',
  }),
  ...calls(inline(onBehalf(group(names))), {
    'iam:GetGroupPolicy': 'reads an inline policy of a group back',
    'iam:PutGroupPolicy': 'writes an inline policy of a group',
  }),
  ...calls(onBehalf(role(names)), {
    'iam:AttachRolePolicy': 'attaches managed policies to a role',
    'iam:CreateRole': 'creates a role',
    'iam:GetRole': 'reads a role back',
    'iam:TagRole': 'puts the tags of the config on a role',
  }),
  ...calls(inline(onBehalf(role(names))), {
    'iam:GetRolePolicy': 'reads an inline policy of a role back',
    'iam:PutRolePolicy': 'writes an inline policy of a role',
  }),
  ...calls(onBehalf(policy(names)), {
    'iam:CreatePolicy': 'creates a managed policy',
    'iam:GetPolicy': 'reads a managed policy back',
  }),
]

/** What CloudFormation calls to bring deployed resources up to date. */
export const updateEstate: readonly AwsCall[] = [
  ...calls(onBehalf(group('')), {
    'iam:DeleteGroupPolicy': 'removes an inline policy that a group no longer has',
    'iam:DetachGroupPolicy': 'detaches a policy that a group no longer has',
  }),
  ...calls(onBehalf(role('')), {
    'iam:DeleteRolePermissionsBoundary': 'takes a boundary away that the config no longer asks for',
    'iam:DeleteRolePolicy': 'removes an inline policy that a role no longer has',
    'iam:DetachRolePolicy': 'detaches a policy that a role no longer has',
    'iam:PutRolePermissionsBoundary': 'sets the boundary of a role',
    'iam:UntagRole': 'takes tags off a role that the config no longer has',
    'iam:UpdateAssumeRolePolicy': 'changes the trust policy of a role',
    'iam:UpdateRole': 'changes the session length of a role',
    'iam:UpdateRoleDescription': 'changes the description of a role',
  }),
  ...calls(onBehalf(policy('')), {
    'iam:CreatePolicyVersion': 'changes the document of a managed policy',
    'iam:DeletePolicyVersion': 'removes the oldest of five versions before a sixth is written',
    'iam:ListPolicyVersions': 'counts the versions of a managed policy',
  }),
]

/** What CloudFormation calls to delete the resources, also when a creation is rolled back. */
export const deleteEstate = (names: NameSet): readonly AwsCall[] => [
  ...calls(onBehalf(group(names)), {
    'iam:DeleteGroup': 'deletes a group',
    'iam:DeleteGroupPolicy': 'removes the inline policies of a group that goes',
    'iam:DetachGroupPolicy': 'detaches the policies of a group that goes',
    'iam:ListAttachedGroupPolicies': 'reads what is attached to a group that goes',
    'iam:ListGroupPolicies': 'reads which inline policies a group has that goes',
  }),
  ...calls(onBehalf(role(names)), {
    'iam:DeleteRole': 'deletes a role',
    'iam:DeleteRolePolicy': 'removes the inline policies of a role that goes',
    'iam:DetachRolePolicy': 'detaches the policies of a role that goes',
    'iam:ListAttachedRolePolicies': 'reads what is attached to a role that goes',
    'iam:ListRolePolicies': 'reads which inline policies a role has that goes',
  }),
  ...calls(onBehalf(policy(names)), {
    'iam:DeletePolicy': 'deletes a managed policy',
    'iam:DeletePolicyVersion': 'deletes the older versions of a policy that goes',
    'iam:ListEntitiesForPolicy': 'reads what a policy that goes is attached to',
    'iam:ListPolicyVersions': 'reads the versions of a policy that goes',
  }),
]

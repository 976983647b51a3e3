import { counted, issueKind, issueMaker } from '@sec/common'

const shownNames = 10

/** Names for a sentence; of many, the first ten and how many more there are. */
function listed(names: readonly string[]): string {
  const more = names.length - shownNames
  const shown = names.slice(0, shownNames).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}

const quotaWords: Readonly<Record<string, string>> = {
  groups: 'groups',
  roles: 'roles',
  policies: 'customer managed policies',
  policyVersions: 'versions of managed policies',
  attachedPoliciesPerRole: 'managed policies on one role',
  trustPolicyCharacters: 'characters in a trust policy',
}

/** What IAM holds and an action would run into: names that are taken, what keeps a deletion from going through, quotas. */
export const iamIssueKinds = {
  IAM_NAME_OF_OTHER_STACK: issueKind<{ what: string; name: string; stackName: string; region: string }>({
    severity: 'error',
    meaning:
      'A name that is to be made exists already and belongs to another stack. IAM names are unique in an account, whatever the region.',
    message: ({ what, name, stackName, region }) =>
      `the ${what} "${name}" exists already and belongs to the stack "${stackName}" in ${region}`,
    hint: ({ stackName, region }) =>
      `delete the stack "${stackName}" in ${region}, or deploy under other names; two stacks cannot share them`,
    sample: {
      what: 'role',
      name: 'edge-prod-b001-role-trainer',
      stackName: 'edge-prod-b001-eu-west-1-medium-sec-stack',
      region: 'eu-west-1',
    },
  }),
  IAM_NAME_TAKEN: issueKind<{ what: string; name: string }>({
    severity: 'error',
    meaning:
      'A name that is to be made exists already, and nothing tells which stack made it: groups and policies carry no tags of CloudFormation.',
    message: ({ what, name }) => `the ${what} "${name}" exists already, and its owner is not known`,
    hint: ({ what }) =>
      `look in CloudFormation for a stack that holds this ${what}, in every region; otherwise delete it by hand, or deploy under other names`,
    sample: { what: 'group', name: 'edge-prod-b001-group-data_scientists' },
  }),
  IAM_GROUP_HAS_MEMBERS: issueKind<{ groupName: string; userNames: readonly string[] }>({
    severity: 'error',
    meaning:
      'A group that is to be deleted has members. IAM refuses to delete it, and people would lose access.',
    message: ({ groupName, userNames }) =>
      `the group "${groupName}" is to be deleted and has ${counted(userNames.length, 'member')}: ${listed(userNames)}`,
    hint: ({ groupName }) =>
      `take each of them out, or move them to another group: aws iam remove-user-from-group --group-name ${groupName} --user-name <name>`,
    sample: { groupName: 'edge-prod-b001-group-data_scientists', userNames: ['ann', 'ben'] },
  }),
  IAM_FOREIGN_ATTACHMENT: issueKind<{ what: string; name: string; policyArn: string }>({
    severity: 'error',
    meaning:
      'A policy that the template does not attach is attached to a group or role that is to be deleted.',
    message: ({ what, name, policyArn }) =>
      `the ${what} "${name}" is to be deleted and has ${policyArn} attached, which the template does not attach`,
    hint: ({ what }) => `detach it from the ${what} if nobody needs it there`,
    sample: {
      what: 'role',
      name: 'edge-prod-b001-role-trainer',
      policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    },
  }),
  IAM_FOREIGN_INLINE_POLICY: issueKind<{ what: string; name: string; policyName: string }>({
    severity: 'error',
    meaning: 'A group or role that is to be deleted has an inline policy that the template does not have.',
    message: ({ what, name, policyName }) =>
      `the ${what} "${name}" is to be deleted and has the inline policy "${policyName}", which the template does not have`,
    hint: ({ what }) => `keep a copy of the policy if it is needed, and remove it from the ${what}`,
    sample: { what: 'group', name: 'edge-prod-b001-group-data_scientists', policyName: 'by-hand' },
  }),
  IAM_ROLE_IN_INSTANCE_PROFILE: issueKind<{ roleName: string; profileNames: readonly string[] }>({
    severity: 'error',
    meaning: 'A role that is to be deleted is in an instance profile. IAM refuses to delete it.',
    message: ({ roleName, profileNames }) =>
      `the role "${roleName}" is to be deleted and is in ${counted(profileNames.length, 'instance profile')}: ${listed(profileNames)}`,
    hint: () => 'take the role out of the instance profile; machines that use it lose their access',
    sample: { roleName: 'edge-prod-b001-role-trainer', profileNames: ['notebook-machines'] },
  }),
  IAM_POLICY_ATTACHED_ELSEWHERE: issueKind<{ policyArn: string; attachedTo: readonly string[] }>({
    severity: 'error',
    meaning:
      'A managed policy that is to be deleted is attached to something that the template does not attach it to. IAM refuses to delete it.',
    message: ({ policyArn, attachedTo }) =>
      `the policy ${policyArn} is to be deleted and is also attached to ${listed(attachedTo)}`,
    hint: () => 'detach it there, or give these a policy of their own',
    sample: {
      policyArn: 'arn:aws:iam::111122223333:policy/edge-prod-b001-policy-s3-level1-read-only',
      attachedTo: ['the role "reporting"', 'the user "ann"'],
    },
  }),
  IAM_POLICY_IS_BOUNDARY: issueKind<{ policyArn: string; boundaryOf: readonly string[] }>({
    severity: 'error',
    meaning:
      'A managed policy that is to be deleted is the permissions boundary of somebody. IAM refuses to delete it.',
    message: ({ policyArn, boundaryOf }) =>
      `the policy ${policyArn} is to be deleted and is the permissions boundary of ${listed(boundaryOf)}`,
    hint: () => 'give these another permissions boundary first; without one they could do more than before',
    sample: {
      policyArn: 'arn:aws:iam::111122223333:policy/edge-prod-b001-policy-s3-level1-read-only',
      boundaryOf: ['the role "reporting"'],
    },
  }),
  IAM_QUOTA_EXCEEDED: issueKind<{ quota: string; found: number; adding: number; allowed: number }>({
    severity: 'error',
    meaning: 'The deployment needs more than what the account may have in IAM.',
    message: ({ quota, found, adding, allowed }) =>
      found > 0
        ? `the account has ${found} ${quotaWords[quota] ?? quota}, ${adding} more are to be made, ${allowed} are allowed`
        : `${adding} ${quotaWords[quota] ?? quota} are needed, ${allowed} are allowed in this account`,
    hint: () =>
      'remove what is not needed, or ask for more under Service Quotas, AWS Identity and Access Management',
    sample: { quota: 'groups', found: 295, adding: 12, allowed: 300 },
  }),
}

/** Makes issues of {@link iamIssueKinds}. */
export const iamIssue = issueMaker(iamIssueKinds)

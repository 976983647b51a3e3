import type { DriftEffect, DriftFinding } from '../../src/drift/drift-finding.js'
import {
  addInline,
  attached,
  awsPolicy,
  both,
  conditionWithout,
  detached,
  document,
  type Edit,
  inline,
  isOf,
  onGroup,
  onPolicy,
  onRole,
  ownPolicy,
  plantedDenial,
  plantedStatement,
  remove,
  statement,
  statements,
  trust,
  without,
} from './observed-edits.js'

/** A finding that an edit must lead to. */
export interface PlantedFinding {
  readonly kind: DriftFinding['kind']
  /** How the name of the group, role or policy ends. */
  readonly of: string
  readonly effect?: DriftEffect
}

/** Something that a person does to a deployed estate behind the tool's back. */
export interface PlantedEdit {
  readonly name: string
  /** The example that is deployed. */
  readonly example: string
  readonly edit: Edit
  /** All findings that it leads to, and no other; none where it is nobody's business. */
  readonly findings: readonly PlantedFinding[]
}

const mlEngineers = 'group-ml-engineers'
const scientists = 'group-data-scientists'
const mirror = 'role-aml-engineer'
const execution = 'role-sagemaker-execution'

/** What people do by hand, each with what a comparison must say. */
export const plantedEdits: readonly PlantedEdit[] = [
  // Things that are gone.
  {
    name: 'a group is deleted',
    example: 'startup-5',
    edit: (observed) => ({ ...observed, groups: remove(observed.groups, 'group-operations-support') }),
    findings: [{ kind: 'missing', of: 'group-operations-support', effect: 'narrower' }],
  },
  {
    name: 'a role is deleted',
    example: 'medium-10',
    edit: (observed) => ({ ...observed, roles: remove(observed.roles, 'role-model-approver') }),
    findings: [{ kind: 'missing', of: 'role-model-approver', effect: 'narrower' }],
  },
  {
    name: 'a policy is detached everywhere and deleted',
    example: 'startup-5',
    edit: both(
      (observed) => ({ ...observed, policies: remove(observed.policies, 'policy-kms-level1-use') }),
      onGroup('group-operations-support', detached('policy-kms-level1-use')),
    ),
    findings: [
      { kind: 'missing', of: 'policy-kms-level1-use' },
      { kind: 'missing-attachment', of: 'group-operations-support', effect: 'narrower' },
    ],
  },

  // Inline policies.
  {
    name: 'a group gets an inline policy',
    example: 'startup-5',
    edit: onGroup(scientists, addInline('extra', plantedStatement)),
    findings: [{ kind: 'extra-inline-policy', of: scientists, effect: 'wider' }],
  },
  {
    name: 'a role gets an inline policy',
    example: 'medium-10',
    edit: onRole(execution, addInline('extra', { Effect: 'Allow', Action: '*', Resource: '*' })),
    findings: [{ kind: 'extra-inline-policy', of: execution, effect: 'wider' }],
  },
  {
    name: 'a role gets an inline policy that refuses',
    example: 'startup-5',
    edit: onRole(mirror, addInline('stop', plantedDenial)),
    findings: [{ kind: 'extra-inline-policy', of: mirror, effect: 'narrower' }],
  },
  {
    name: 'an inline policy is deleted',
    example: 'inline-policies',
    edit: onGroup(scientists, (group) => ({
      ...group,
      inlinePolicies: group.inlinePolicies.filter(({ policyName }) => policyName !== 'ecr-level1-read-only'),
    })),
    findings: [{ kind: 'missing-inline-policy', of: scientists, effect: 'narrower' }],
  },
  {
    name: 'an inline policy of a group gets a statement',
    example: 'inline-policies',
    edit: onGroup(
      mlEngineers,
      inline('own', (list) => [...list, plantedStatement]),
    ),
    findings: [{ kind: 'changed-inline-policy', of: mlEngineers, effect: 'wider' }],
  },
  {
    name: 'an inline policy of a role loses a statement',
    example: 'inline-policies',
    edit: onRole(
      'role-lambda-execution',
      inline('own', (list) => list.slice(1)),
    ),
    findings: [{ kind: 'changed-inline-policy', of: 'role-lambda-execution', effect: 'narrower' }],
  },
  {
    name: 'an inline policy is renamed',
    example: 'inline-policies',
    edit: onGroup(mlEngineers, (group) => ({
      ...group,
      inlinePolicies: group.inlinePolicies.map((policy) =>
        policy.policyName === 'own' ? { ...policy, policyName: 'mine' } : policy,
      ),
    })),
    findings: [
      { kind: 'missing-inline-policy', of: mlEngineers, effect: 'narrower' },
      { kind: 'extra-inline-policy', of: mlEngineers, effect: 'wider' },
    ],
  },

  // Attachments.
  {
    name: 'a group gets a policy of AWS',
    example: 'startup-5',
    edit: onGroup('group-business-consumers', attached(awsPolicy('PowerUserAccess'))),
    findings: [{ kind: 'extra-attachment', of: 'group-business-consumers', effect: 'wider' }],
  },
  {
    name: 'a role gets a policy of the account',
    example: 'medium-10',
    edit: onRole('xacct-deployment-role', attached(ownPolicy('somebody'))),
    findings: [{ kind: 'extra-attachment', of: 'xacct-deployment-role', effect: 'wider' }],
  },
  {
    name: 'a role gets a policy of AWS that refuses everything',
    example: 'startup-5',
    edit: onRole('role-glue-etl', attached(awsPolicy('AWSDenyAll'))),
    findings: [{ kind: 'extra-attachment', of: 'role-glue-etl', effect: 'other' }],
  },
  {
    name: 'a group loses a policy of the estate',
    example: 'startup-5',
    edit: onGroup(mlEngineers, detached('policy-ecr-level2-dev-read-write')),
    findings: [{ kind: 'missing-attachment', of: mlEngineers, effect: 'narrower' }],
  },
  {
    name: 'a group loses a policy with refusals',
    example: 'startup-5',
    edit: onGroup(mlEngineers, detached('policy-sagemaker-level3-full-3')),
    findings: [{ kind: 'missing-attachment', of: mlEngineers, effect: 'other' }],
  },
  {
    name: 'a group loses a policy of AWS',
    example: 'startup-5',
    edit: onGroup('group-platform-administrators', detached('AdministratorAccess')),
    findings: [{ kind: 'missing-attachment', of: 'group-platform-administrators', effect: 'narrower' }],
  },
  {
    name: 'a policy of the estate is attached to a user',
    example: 'startup-5',
    edit: onPolicy('policy-s3-level2-project-buckets-only', (policy) => ({
      ...policy,
      attachedTo: { ...policy.attachedTo, users: ['mallory'] },
    })),
    findings: [{ kind: 'foreign-attachment', of: 'policy-s3-level2-project-buckets-only', effect: 'wider' }],
  },
  {
    name: 'a policy of the estate is attached to a group and a role of others',
    example: 'medium-10',
    edit: onPolicy('policy-ecr-level1-read-only', ({ attachedTo, ...policy }) => ({
      ...policy,
      attachedTo: {
        ...attachedTo,
        groups: [...attachedTo.groups, 'others'],
        roles: [...attachedTo.roles, 'their-role'],
      },
    })),
    findings: [
      { kind: 'foreign-attachment', of: 'policy-ecr-level1-read-only', effect: 'wider' },
      { kind: 'foreign-attachment', of: 'policy-ecr-level1-read-only', effect: 'wider' },
    ],
  },

  // Documents of managed policies.
  {
    name: 'a policy gets a statement',
    example: 'medium-10',
    edit: onPolicy(
      'policy-s3-level1-read-only',
      document((list) => [...list, plantedStatement]),
    ),
    findings: [{ kind: 'changed-policy-document', of: 'policy-s3-level1-read-only', effect: 'wider' }],
  },
  {
    name: 'a policy loses a statement',
    example: 'startup-5',
    edit: onPolicy(
      'policy-bedrock-level1-invoke',
      document((list) => list.slice(1)),
    ),
    findings: [{ kind: 'changed-policy-document', of: 'policy-bedrock-level1-invoke', effect: 'narrower' }],
  },
  {
    name: 'a policy loses a refusal',
    example: 'startup-5',
    edit: onPolicy('policy-sagemaker-level3-full-3', document(without('LiveEndpointsUntouched'))),
    findings: [{ kind: 'changed-policy-document', of: 'policy-sagemaker-level3-full-3', effect: 'wider' }],
  },
  {
    name: 'a policy gets a refusal',
    example: 'startup-5',
    edit: onPolicy(
      'policy-kms-level1-use',
      document((list) => [plantedDenial, ...list]),
    ),
    findings: [{ kind: 'changed-policy-document', of: 'policy-kms-level1-use', effect: 'narrower' }],
  },
  {
    name: 'a statement gets an action',
    example: 'startup-5',
    edit: onPolicy(
      'policy-ecr-level1-read-only',
      document(
        statement('RegistryLogin', (one) => ({
          ...one,
          Action: [...[one.Action].flat(), 'ecr:DeleteRepository'],
        })),
      ),
    ),
    findings: [{ kind: 'changed-policy-document', of: 'policy-ecr-level1-read-only', effect: 'wider' }],
  },
  {
    name: 'a statement reaches every resource',
    example: 'startup-5',
    edit: onPolicy(
      'policy-group-data-scientists',
      document(statement('MayAssumeRoles', (one) => ({ ...one, Resource: '*' }))),
    ),
    findings: [{ kind: 'changed-policy-document', of: 'policy-group-data-scientists', effect: 'wider' }],
  },
  {
    name: 'a statement loses its condition',
    example: 'startup-5',
    edit: onPolicy(
      'policy-group-ml-engineers',
      document(statement('MayPassToLambda', conditionWithout('StringEquals'))),
    ),
    findings: [{ kind: 'changed-policy-document', of: 'policy-group-ml-engineers', effect: 'wider' }],
  },
  {
    name: 'a statement changes its resource',
    example: 'startup-5',
    edit: onPolicy(
      'policy-group-data-scientists',
      document(
        statement('MayAssumeRoles', (one) => ({ ...one, Resource: 'arn:aws:iam::111122223333:role/other' })),
      ),
    ),
    findings: [{ kind: 'changed-policy-document', of: 'policy-group-data-scientists', effect: 'other' }],
  },
  {
    name: 'a statement changes its Sid',
    example: 'startup-5',
    edit: onPolicy(
      'policy-group-data-scientists',
      document(statement('MayAssumeRoles', (one) => ({ ...one, Sid: 'Renamed' }))),
    ),
    findings: [{ kind: 'changed-policy-document', of: 'policy-group-data-scientists', effect: 'cosmetic' }],
  },

  // Versions.
  {
    name: 'the default version is set back to an older one',
    example: 'startup-5',
    edit: onPolicy('policy-kms-level1-use', (policy) => ({
      ...policy,
      document: statements(policy.document, (list) => list.slice(1)),
      defaultVersionId: 'v1',
      versionIds: ['v2', 'v1'],
    })),
    findings: [
      { kind: 'changed-policy-document', of: 'policy-kms-level1-use', effect: 'narrower' },
      { kind: 'newer-versions', of: 'policy-kms-level1-use', effect: 'other' },
    ],
  },
  {
    name: 'a version is prepared that is not the default',
    example: 'medium-10',
    edit: onPolicy('policy-s3-level1-read-only', (policy) => ({
      ...policy,
      defaultVersionId: 'v9',
      versionIds: ['v10', 'v9', 'v8'],
    })),
    findings: [{ kind: 'newer-versions', of: 'policy-s3-level1-read-only', effect: 'other' }],
  },

  // Trust.
  {
    name: 'a trust policy loses its MFA',
    example: 'startup-5',
    edit: onRole(mirror, trust(statement('Users', conditionWithout('Bool')))),
    findings: [{ kind: 'changed-trust-policy', of: mirror, effect: 'wider' }],
  },
  {
    name: 'a trust policy gets another account',
    example: 'startup-5',
    edit: onRole(
      mirror,
      trust((list) => [
        ...list,
        { Effect: 'Allow', Principal: { AWS: '999988887777' }, Action: 'sts:AssumeRole' },
      ]),
    ),
    findings: [{ kind: 'changed-trust-policy', of: mirror, effect: 'wider' }],
  },
  {
    name: 'a trust policy lets another service in',
    example: 'startup-5',
    edit: onRole(
      'role-lambda-execution',
      trust(
        statement('Lambda', (one) => ({
          ...one,
          Principal: { Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] },
        })),
      ),
    ),
    findings: [{ kind: 'changed-trust-policy', of: 'role-lambda-execution', effect: 'wider' }],
  },
  {
    name: 'a trusted principal is deleted, and IAM shows its unique id',
    example: 'medium-10',
    edit: onRole(
      'xacct-deployment-role',
      trust(statement('OtherAccounts', (one) => ({ ...one, Principal: { AWS: 'AROAEXAMPLE1234567890' } }))),
    ),
    findings: [{ kind: 'changed-trust-policy', of: 'xacct-deployment-role', effect: 'narrower' }],
  },
  {
    name: 'a trust policy loses its external id',
    example: 'medium-10',
    edit: onRole(
      'xacct-deployment-role',
      trust(statement('OtherAccounts', conditionWithout('StringEquals'))),
    ),
    findings: [{ kind: 'changed-trust-policy', of: 'xacct-deployment-role', effect: 'wider' }],
  },

  // Boundaries.
  {
    name: 'a boundary is put on a role',
    example: 'startup-5',
    edit: onRole(mirror, (role) => ({ ...role, permissionsBoundary: ownPolicy('boundary') })),
    findings: [{ kind: 'boundary-added', of: mirror, effect: 'narrower' }],
  },
  {
    name: 'a boundary is taken away',
    example: 'permissions-boundary',
    edit: onRole(mirror, ({ permissionsBoundary: _gone, ...role }) => role),
    findings: [{ kind: 'boundary-removed', of: mirror, effect: 'wider' }],
  },
  {
    name: 'a boundary is replaced',
    example: 'permissions-boundary',
    edit: onRole('role-lambda-execution', (role) => ({
      ...role,
      permissionsBoundary: awsPolicy('AdministratorAccess'),
    })),
    findings: [{ kind: 'boundary-changed', of: 'role-lambda-execution', effect: 'other' }],
  },

  // Values of roles and groups.
  {
    name: 'sessions become longer',
    example: 'startup-5',
    edit: onRole(mirror, (role) => ({ ...role, maxSessionSeconds: 43_200 })),
    findings: [{ kind: 'changed-session-length', of: mirror, effect: 'wider' }],
  },
  {
    name: 'a role gets another description',
    example: 'startup-5',
    edit: onRole('role-glue-etl', (role) => ({ ...role, description: 'mine' })),
    findings: [{ kind: 'changed-description', of: 'role-glue-etl', effect: 'cosmetic' }],
  },
  {
    name: 'a group moves to another path',
    example: 'startup-5',
    edit: onGroup(scientists, (group) => ({ ...group, path: '/people/' })),
    findings: [{ kind: 'changed-path', of: scientists, effect: 'other' }],
  },
  {
    name: 'a role is made anew under another path, without anything',
    example: 'startup-5',
    edit: onRole('role-glue-etl', (role) => ({
      ...role,
      path: '/made-anew/',
      attachedPolicyArns: [],
      tags: {},
    })),
    findings: [
      { kind: 'changed-path', of: 'role-glue-etl', effect: 'other' },
      { kind: 'missing-attachment', of: 'role-glue-etl', effect: 'narrower' },
      { kind: 'tag-removed', of: 'role-glue-etl', effect: 'other' },
      { kind: 'tag-removed', of: 'role-glue-etl', effect: 'other' },
      { kind: 'tag-removed', of: 'role-glue-etl', effect: 'other' },
    ],
  },
  {
    name: 'a tag is added',
    example: 'startup-5',
    edit: onRole(mirror, (role) => ({ ...role, tags: { ...role.tags, constructor: 'x' } })),
    findings: [{ kind: 'tag-added', of: mirror, effect: 'other' }],
  },
  {
    name: 'a tag is taken off',
    example: 'startup-5',
    edit: onRole(execution, ({ tags: { owner: _gone, ...tags }, ...role }) => ({ ...role, tags })),
    findings: [{ kind: 'tag-removed', of: execution, effect: 'other' }],
  },
  {
    name: 'a tag gets another value',
    example: 'startup-5',
    edit: onRole(execution, (role) => ({ ...role, tags: { ...role.tags, project: 'theirs' } })),
    findings: [{ kind: 'tag-changed', of: execution, effect: 'other' }],
  },

  // What nobody could look at.
  {
    name: 'nobody may read a role',
    example: 'startup-5',
    edit: (observed) => ({
      ...observed,
      roles: observed.roles.map((role) =>
        isOf(mirror)(role) ? { kind: 'not-checked', name: role.name, reason: 'access denied' } : role,
      ),
    }),
    findings: [{ kind: 'not-checked', of: mirror }],
  },
  {
    name: 'nobody looked at a group',
    example: 'startup-5',
    edit: (observed) => ({
      ...observed,
      groups: observed.groups.filter((group) => !isOf(scientists)(group)),
    }),
    findings: [{ kind: 'not-checked', of: scientists }],
  },
  {
    name: 'a document cannot be read',
    example: 'startup-5',
    edit: onPolicy('policy-kms-level1-use', (policy) => ({ ...policy, document: 'cut off: {"Version"' })),
    findings: [{ kind: 'not-checked', of: 'policy-kms-level1-use' }],
  },

  // What is nobody's business.
  {
    name: 'people join a group',
    example: 'startup-5',
    edit: onGroup(scientists, (group) => ({ ...group, memberNames: ['alice', 'bob'] })),
    findings: [],
  },
  {
    name: 'AWS puts its tags on a role',
    example: 'startup-5',
    edit: onRole(mirror, (role) => ({
      ...role,
      tags: { ...role.tags, 'aws:cloudformation:stack-name': 'x' },
      awsTags: { 'aws:cloudformation:stack-name': 'x' },
    })),
    findings: [],
  },
  {
    name: 'older versions of a policy are left by updates',
    example: 'startup-5',
    edit: onPolicy('policy-kms-level1-use', (policy) => ({
      ...policy,
      defaultVersionId: 'v12',
      versionIds: ['v12', 'v11', 'v9', 'v2'],
    })),
    findings: [],
  },
]

import { pascalCase } from '@sec/common'
import type {
  Attachment,
  GroupModel,
  Identity,
  InlinePolicyModel,
  PolicyModel,
  RoleModel,
  SecModel,
  StatementModel,
} from '../../src/model/model.js'

/** Who and where the sample estate is. */
export const sampleIdentity: Identity = {
  tier: 'medium',
  tierVersion: 'medium-10',
  companyName: 'Edge',
  companyPrefix: 'edge',
  accountId: '123456789012',
  tenantId: 'b001',
  env: 'prod',
  region: 'us-west-1',
  partition: 'aws',
  prefix: 'edge-prod-b001',
  stem: 'edge-prod-b001-us-west-1-medium-sec',
  stackName: 'edge-prod-b001-us-west-1-medium-sec-stack',
}

/** A statement that reads one kind of object; `Sid` is made of the service and the number. */
export function sampleStatement(sid: string, action = 's3:GetObject'): StatementModel {
  return {
    statement: { Sid: sid, Effect: 'Allow', Action: [action], Resource: ['arn:aws:s3:::edge-prod-b001-*/*'] },
    origin: { kind: 'template', file: 'policy-templates/s3/level1-read-only.yaml', statement: 0, path: [] },
    reason: 'people read what the project stores',
  }
}

/** A managed policy of a level, such as `s3-level1-read-only`, or of an entry, such as `group-data-scientists`. */
export function samplePolicy(
  name: string,
  kind: PolicyModel['kind'] = 'level',
  prefix = sampleIdentity.prefix,
): PolicyModel {
  return {
    kind,
    logicalId: `Policy${pascalCase(name)}`,
    policyName: `${prefix}-policy-${name}`,
    description: `Policy ${name}`,
    statements: [sampleStatement('ReadObjects')],
    path: ['security'],
  }
}

/** An inline policy: of a level, unless its name is `own`. */
export function sampleInlinePolicy(policyName: string): InlinePolicyModel {
  const { statement, ...rest } = sampleStatement('ReadObjects')
  const origin = policyName === 'own' ? ({ kind: 'config', path: ['security'] } as const) : rest.origin
  return { policyName, statements: [{ statement, origin }], path: ['security'] }
}

export function attachedPolicy({ logicalId, policyName, path }: PolicyModel): Attachment {
  return { kind: 'stack', logicalId, policyName, path }
}

export function attachedAwsPolicy(name: string): Attachment {
  return { kind: 'aws', arn: `arn:aws:iam::aws:policy/${name}`, path: ['security'] }
}

export function sampleGroup(configName: string, changes: Partial<GroupModel> = {}): GroupModel {
  return {
    configName,
    logicalId: `Group${pascalCase(configName)}`,
    description: `Group ${configName}`,
    attachments: [],
    inlinePolicies: [],
    mayPass: [],
    path: ['security', 'iam_groups', configName],
    groupName: `${sampleIdentity.prefix}-group-${configName.replaceAll('_', '-')}`,
    mayAssume: [],
    ...changes,
  }
}

export function sampleRole(configName: string, changes: Partial<RoleModel> = {}): RoleModel {
  const type = changes.kind === 'cross-account' ? 'xacct' : 'role'
  return {
    configName,
    logicalId: `${pascalCase(type)}${pascalCase(configName)}`,
    description: `Role ${configName}`,
    attachments: [],
    inlinePolicies: [],
    mayPass: [],
    path: ['security', 'service_roles', configName],
    kind: 'service',
    roleName: `${sampleIdentity.prefix}-${type}-${configName.replaceAll('_', '-')}`,
    trust: [serviceTrust('sagemaker.amazonaws.com')],
    maxSessionSeconds: 3600,
    services: ['sagemaker.amazonaws.com'],
    ...changes,
  }
}

function serviceTrust(service: string): StatementModel {
  return {
    statement: {
      Sid: 'Assume',
      Effect: 'Allow',
      Principal: { Service: service },
      Action: ['sts:AssumeRole'],
      Condition: { StringEquals: { 'aws:SourceAccount': sampleIdentity.accountId } },
    },
    origin: { kind: 'config', path: ['security', 'service_roles'] },
  }
}

const readOnly = samplePolicy('s3-level1-read-only')
const projectBuckets = samplePolicy('s3-level2-project-buckets-only')
const ownOfScientists = samplePolicy('group-data-scientists', 'own')

/**
 * A small estate as `buildModel` would make it, with one of everything: two groups, a service role, a mirror role,
 * a cross-account role, two levels, own statements and a policy of AWS.
 *
 * @param changes - Parts to replace.
 */
export function sampleModel(changes: Partial<SecModel> = {}): SecModel {
  return {
    identity: sampleIdentity,
    policies: [readOnly, projectBuckets, ownOfScientists],
    groups: [
      sampleGroup('data_scientists', {
        attachments: [
          attachedPolicy(projectBuckets),
          attachedPolicy(ownOfScientists),
          attachedAwsPolicy('CloudWatchLogsReadOnlyAccess'),
        ],
        mayAssume: ['edge-prod-b001-role-aqa-tester'],
        mayPass: [
          {
            roleName: 'edge-prod-b001-role-sagemaker-execution',
            services: ['sagemaker.amazonaws.com'],
          },
        ],
      }),
      sampleGroup('qa_testing', { attachments: [attachedPolicy(readOnly)] }),
    ],
    roles: [
      sampleRole('sagemaker_execution', { attachments: [attachedPolicy(projectBuckets)] }),
      sampleRole('aqa_tester', {
        kind: 'cross-function',
        attachments: [attachedPolicy(readOnly)],
        services: [],
        mirrorsGroup: 'qa_testing',
      }),
      sampleRole('deployment_role', {
        kind: 'cross-account',
        attachments: [attachedPolicy(readOnly)],
        services: [],
      }),
    ],
    tags: { project: 'edge-ml' },
    deployment: {
      templateBucket: 'edge-templates',
      templatePrefix: 'sec-provisioner/',
      terminationProtection: true,
      notificationArns: [],
      quotas: { attachedPoliciesPerRole: 10, trustPolicyCharacters: 2048, groupsPerAccount: 300 },
    },
    portable: false,
    ...changes,
  }
}

/** The sample estate in inline mode: no managed policy of its own. */
export function inlineSampleModel(): SecModel {
  const model = sampleModel({ policies: [] })
  const levels = [
    sampleInlinePolicy('s3-level1-read-only'),
    sampleInlinePolicy('s3-level2-project-buckets-only'),
  ]
  return {
    ...model,
    groups: model.groups.map((group) => ({
      ...group,
      attachments: group.attachments.filter(({ kind }) => kind === 'aws'),
      inlinePolicies: [...levels, sampleInlinePolicy('own')],
    })),
    roles: model.roles.map((role) => ({ ...role, attachments: [], inlinePolicies: levels.slice(0, 1) })),
  }
}

/**
 * An estate of the size of the enterprise example, with the longest prefix that a config may have.
 *
 * @param policyCount - Managed policies; each group and role gets ten of them.
 */
export function largeSampleModel(groupCount = 12, roleCount = 14, policyCount = 52): SecModel {
  const prefix = 'abcdefghijklmnopqr-staging-c001'
  const stem = `${prefix}-ap-southeast-1-enterprise-sec`
  const identity: Identity = {
    ...sampleIdentity,
    tier: 'enterprise',
    tierVersion: 'enterprise-12',
    companyPrefix: 'abcdefghijklmnopqr',
    env: 'staging',
    tenantId: 'c001',
    region: 'ap-southeast-1',
    prefix,
    stem,
    stackName: `${stem}-stack`,
  }
  const numbers = (count: number) => Array.from({ length: count }, (_value, index) => index)
  const policies = numbers(policyCount).map((index) =>
    samplePolicy(`service${index}-level2-project-buckets-only`, 'level', prefix),
  )
  const attachments = (index: number) =>
    numbers(10).map((step) => attachedPolicy(policies[(index * 5 + step) % policyCount] as PolicyModel))
  return sampleModel({
    identity,
    policies,
    groups: numbers(groupCount).map((index) =>
      sampleGroup(`data_scientists_${index}`, {
        attachments: attachments(index),
        groupName: `${prefix}-group-data-scientists-${index}`,
      }),
    ),
    roles: numbers(roleCount).map((index) =>
      sampleRole(`execution_${index}`, {
        attachments: attachments(index),
        roleName: `${prefix}-role-execution-${index}`,
      }),
    ),
  })
}

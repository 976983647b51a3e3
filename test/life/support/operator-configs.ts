import type { PolicyDocument } from '@sec/common/iam'

/**
 * The estates that between them have every statement of an operator's policy: one of managed policies, with and without
 * a boundary; one of inline policies, whose template goes through a bucket; one that CloudFormation makes with a role.
 */
export type EstateName = 'managed' | 'inline' | 'service-role'

/** What of an estate a config says; `other` has the same names with everything else changed, `smaller` has fewer. */
export type Variant = 'usual' | 'other' | 'smaller' | 'protected' | 'faulty'

/** What the configs take for granted, by its name in the account. */
export const boundaryName = 'company-boundary'
export const bucketParameter = '/company/template-bucket'
export const serviceRoleName = 'company-cloudformation'

export function operatorConfig(estate: EstateName, variant: Variant, accountId: string): string {
  return `tier: { name: startup, version: startup-5 }
client: { company_name: Acme, company_prefix: acme, account_id: "${accountId}", tenant_id: "x001" }
environment: { env: dev, region: us-west-1 }
deployment: ${JSON.stringify(deploymentOf(estate, variant, accountId))}
tags: ${JSON.stringify(tagsOf(estate, variant))}
security:
  group_policies: ${estate === 'inline' ? 'inline' : 'managed'}
  iam_groups: ${JSON.stringify(groupsOf(variant))}
  service_roles: ${JSON.stringify(rolesOf(estate, variant))}
`
}

function deploymentOf(estate: EstateName, variant: Variant, accountId: string) {
  return {
    termination_protection: variant === 'protected',
    ...(estate === 'inline' && { template_bucket: `ssm:${bucketParameter}` }),
    ...(estate === 'service-role' && {
      service_role_arn: `arn:aws:iam::${accountId}:role/${serviceRoleName}`,
    }),
  }
}

/** The tags of the roles make the template of the inline estate too large for a request. */
function tagsOf(estate: EstateName, variant: Variant): Readonly<Record<string, string>> {
  const long = Array.from({ length: 48 }, (_, index) => [`tag-${index}`, 'v'.repeat(256)] as const)
  return {
    [variant === 'other' ? 'team' : 'owner']: 'platform',
    ...(estate === 'inline' && Object.fromEntries(long)),
  }
}

function groupsOf(variant: Variant) {
  const isOther = variant === 'other'
  const consumers = { policy_assignments: { bedrock: 'level1' } }
  return {
    data_scientists: {
      policy_assignments: { s3: 'level1', ...(isOther && { bedrock: 'level1' }) },
      managed_policies: [isOther ? 'IAMReadOnlyAccess' : 'ReadOnlyAccess'],
    },
    ...(variant !== 'smaller' && { business_consumers: consumers }),
  }
}

function rolesOf(estate: EstateName, variant: Variant) {
  const isOther = variant === 'other'
  const bounded = { permissions_boundary: variant === 'faulty' ? 'no-such-policy' : boundaryName }
  const isBounded = estate === 'managed' && !isOther
  const more = estate === 'inline' ? [1, 2].map((n) => [`extra_${n}`, roleOf('glue', isOther)]) : []
  return {
    glue_etl: { ...roleOf('glue', isOther), ...(isBounded && bounded) },
    ...(variant !== 'smaller' && {
      lambda_execution: { ...roleOf('lambda', isOther), ...(isOther && bounded) },
    }),
    ...Object.fromEntries(more),
  }
}

function roleOf(service: string, isOther: boolean) {
  return {
    service,
    description: isOther ? 'Works at night.' : 'Works by day.',
    managed_policies: [isOther ? 'AmazonS3ReadOnlyAccess' : 'CloudWatchReadOnlyAccess'],
    statements: [
      {
        Sid: 'ReadData',
        reason: 'Reads the data of the estate.',
        Effect: 'Allow',
        Action: [isOther ? 's3:GetObjectTagging' : 's3:GetObject'],
        Resource: ['arn:${partition}:s3:::${prefix}-*/*'],
        Condition: { StringEquals: { 'aws:ResourceAccount': '${account_id}' } },
      },
    ],
  }
}

/** A policy document that allows one call, for what stands outside of an estate. */
export const anyDocument: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
}

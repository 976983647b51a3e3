import type { PolicyTemplate } from '@sec/policies'
import { raisableQuotas } from '../config/schema/quotas.js'
import type { SecConfig } from '../config/schema/sec-config.js'
import { type BuildContext, buildContext, sortedEntries } from './build-context.js'
import { buildGroup } from './group.js'
import type { DeploymentModel, PolicyModel, SecModel } from './model.js'
import { buildAssumableRole, buildCrossAccountRole, buildServiceRole } from './roles.js'

export interface BuildOptions {
  /** Account, region and partition are left to CloudFormation's pseudo parameters. */
  readonly portable?: boolean | undefined
}

/**
 * What a checked config means: defaults filled in, names resolved, levels shared, everything in the order of
 * names, so that the order of keys in the config is of no consequence.
 */
export function buildModel(
  config: SecConfig,
  templates: readonly PolicyTemplate[],
  options: BuildOptions = {},
): SecModel {
  const portable = options.portable ?? false
  const context = buildContext(config, templates, portable)
  const groups = context.enabled('iam_groups').map(([name, group]) => buildGroup(name, group, context))
  const roles = [
    ...context.enabled('service_roles').map(([name, role]) => buildServiceRole(name, role, context)),
    ...context.enabled('assumable_roles').map(([name, role]) => buildAssumableRole(name, role, context)),
    ...context
      .enabled('cross_account_roles')
      .map(([name, role]) => buildCrossAccountRole(name, role, context)),
  ]
  return {
    identity: context.identity,
    policies: distinctPolicies([...groups, ...roles].flatMap(({ policies }) => policies)),
    groups: groups.map(({ model }) => model),
    roles: roles.map(({ model }) => model),
    tags: Object.fromEntries(sortedEntries(config.tags ?? {})),
    deployment: buildDeployment(context),
    portable,
  }
}

/** Each policy once, in the order of logical ids; the first who asked for a level is its cause. */
function distinctPolicies(policies: readonly PolicyModel[]): PolicyModel[] {
  const byId = new Map<string, PolicyModel>()
  for (const policy of policies) if (!byId.has(policy.logicalId)) byId.set(policy.logicalId, policy)
  return sortedEntries(Object.fromEntries(byId)).map(([, policy]) => policy)
}

function buildDeployment({ config }: BuildContext): DeploymentModel {
  const { environment } = config
  const deployment: Partial<NonNullable<SecConfig['deployment']>> = config.deployment ?? {}
  const quotas = deployment.quotas ?? {}
  return {
    ...(deployment.template_bucket !== undefined && { templateBucket: deployment.template_bucket }),
    templatePrefix: deployment.template_prefix ?? 'sec-provisioner/',
    ...(deployment.service_role_arn !== undefined && { serviceRoleArn: deployment.service_role_arn }),
    terminationProtection: deployment.termination_protection ?? environment.env === 'prod',
    notificationArns: deployment.notification_arns ?? [],
    quotas: {
      attachedPoliciesPerRole:
        quotas.attached_policies_per_role ?? raisableQuotas.attached_policies_per_role.default,
      trustPolicyCharacters: quotas.trust_policy_characters ?? raisableQuotas.trust_policy_characters.default,
      groupsPerAccount: quotas.groups_per_account ?? raisableQuotas.groups_per_account.default,
    },
  }
}

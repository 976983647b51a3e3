import type { SecModel } from '../model/model.js'
import { outputKeyOf } from '../names/logical-ids.js'
import { generateContext } from './context.js'
import { generateGroup } from './group.js'
import { generateManagedPolicy, ownersOf } from './managed-policy.js'
import { generateRole } from './role.js'
import type { Output, Resource, Template } from './template.js'

/**
 * Renders the whole estate as one template: groups, roles, policies, and an output for the ARN of each.
 *
 * @param model - A checked estate; its quotas have been counted.
 */
export function generateTemplate(model: SecModel): Template {
  const context = generateContext(model)
  const owners = ownersOf(model)
  const resources: [string, Resource][] = [
    ...model.groups.map((group): [string, Resource] => [group.logicalId, generateGroup(group, context)]),
    ...model.roles.map((role): [string, Resource] => [role.logicalId, generateRole(role, context)]),
    ...model.policies.map((policy): [string, Resource] => [
      policy.logicalId,
      generateManagedPolicy(policy, owners, context),
    ]),
  ]
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `SEC Provisioner: IAM estate of ${model.identity.prefix}, tier ${model.identity.tier}`,
    Resources: Object.fromEntries(resources),
    Outputs: Object.fromEntries(
      resources.map(([logicalId, resource]) => [outputKeyOf(logicalId), arnOf(logicalId, resource)]),
    ),
  }
}

/** `Ref` answers the ARN of a managed policy, and the name of a group or role. */
function arnOf(logicalId: string, { Type, Properties }: Resource): Output {
  if (Type === 'AWS::IAM::ManagedPolicy') {
    return { Description: `ARN of the policy ${Properties.ManagedPolicyName}`, Value: { Ref: logicalId } }
  }
  const name = Properties.RoleName ?? Properties.GroupName
  const what = Type === 'AWS::IAM::Role' ? 'role' : 'group'
  return { Description: `ARN of the ${what} ${name}`, Value: { 'Fn::GetAtt': [logicalId, 'Arn'] } }
}

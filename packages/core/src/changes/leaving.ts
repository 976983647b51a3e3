import type { IamPrincipal, Leaving, OwnPolicies } from '@sec/common/iam'
import type { StackPlace } from '../estate/place.js'
import { estateOf, type TemplateResource } from '../estate/template-estate.js'
import type { Template } from '../generate/template.js'
import { compareTemplates } from './compare-templates.js'
import type { ResourceDifference } from './resource-difference.js'

/**
 * What a stack's update or deletion will delete from the account. What the template retains stays.
 *
 * @param before - The deployed template.
 * @param after - Undefined where the stack is deleted.
 */
export function leavingOf(before: Template, after: Template | undefined, place: StackPlace): Leaving {
  const estate = estateOf(before, place)
  const going = compareTemplates(before, after, place)
    .filter((difference) => isLeaving(difference, before))
    .map(({ logicalId }) => keyOf(estate.resources[logicalId]))
  const leaves = (type: string, physicalId: string) => going.includes(keyOf({ type, physicalId }))
  const namesWith = (arn: string) => (principal: IamPrincipal) => principal.attachedPolicyArns.includes(arn)
  return {
    groups: estate.groups
      .filter(({ groupName }) => leaves('AWS::IAM::Group', groupName))
      .map((group) => ({ groupName: group.groupName, ...ownPoliciesOf(group) })),
    roles: estate.roles
      .filter(({ roleName }) => leaves('AWS::IAM::Role', roleName))
      .map((role) => ({ roleName: role.roleName, ...ownPoliciesOf(role) })),
    policies: estate.policies
      .filter(({ arn }) => leaves('AWS::IAM::ManagedPolicy', arn))
      .map(({ arn }) => ({
        arn,
        ownGroupNames: estate.groups.filter(namesWith(arn)).map(({ groupName }) => groupName),
        ownRoleNames: estate.roles.filter(namesWith(arn)).map(({ roleName }) => roleName),
      })),
  }
}

function isLeaving({ action, logicalId, replacedBy }: ResourceDifference, before: Template): boolean {
  if (action === 'Remove') return !isRetained(before, logicalId, 'DeletionPolicy')
  return action === 'Modify' && replacedBy.length > 0 && !isRetained(before, logicalId, 'UpdateReplacePolicy')
}

/** `Retain`, or `RetainExceptOnCreate`. */
function isRetained(template: Template, logicalId: string, attribute: string): boolean {
  const resource = template.Resources[logicalId] as unknown as Readonly<Record<string, unknown>> | undefined
  return String(resource?.[attribute] ?? '').startsWith('Retain')
}

function keyOf(resource: TemplateResource | undefined): string {
  return `${resource?.type} ${resource?.physicalId}`
}

function ownPoliciesOf({ attachedPolicyArns, inlinePolicies }: IamPrincipal): OwnPolicies {
  return {
    ownPolicyArns: attachedPolicyArns,
    ownInlineNames: inlinePolicies.map(({ policyName }) => policyName),
  }
}

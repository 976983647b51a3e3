import type { Issue, IssuePath } from '@sec/common'
import { iamLimits } from '../../limits/iam-limits.js'
import { templateIssue } from '../issues/template-issues.js'
import { itemsOf } from '../read/branches.js'
import { callOf } from '../read/call.js'
import type { TemplateView } from '../read/template-view.js'
import { attachedTo, isPrincipalType, type PrincipalType } from './attachments.js'
import { type KnownResource, knownResources } from './known-resources.js'

/** Above `sure` nothing helps; between the two a quota must have been raised. */
const limits = {
  'AWS::IAM::Group': { usual: iamLimits.attachedPoliciesPerGroup, sure: iamLimits.attachedPoliciesPerGroup },
  'AWS::IAM::Role': {
    usual: iamLimits.attachedPoliciesPerRole.default,
    sure: iamLimits.attachedPoliciesPerRole.maximum,
  },
  'AWS::IAM::User': { usual: iamLimits.attachedPoliciesPerUser, sure: iamLimits.attachedPoliciesPerUser },
} as const satisfies Readonly<Record<PrincipalType, { readonly usual: number; readonly sure: number }>>

/** Checks how many managed policies are certainly attached, and that inline policies stand somewhere. */
export function checkAttachments(view: TemplateView): Issue[] {
  const resources = knownResources(view)
  return [
    ...resources.flatMap((one) => checkCount(one, resources)),
    ...(view.freedom.isOpen ? [] : resources.flatMap(checkIsAttached)),
  ]
}

function checkCount(principal: KnownResource, resources: readonly KnownResource[]): Issue[] {
  const { id, type } = principal
  if (!isPrincipalType(type)) return []
  const paths = [
    ...listedPolicies(principal),
    ...attachedTo(principal, resources, ['AWS::IAM::ManagedPolicy']).map(({ path }) => path),
  ]
  const { usual, sure } = limits[type]
  const limit = paths.length > sure ? sure : usual
  const first = paths[limit]
  if (!first) return []
  const severity = limit < sure ? 'warning' : 'error'
  const args = { name: id, count: paths.length, limit }
  return [templateIssue('TEMPLATE_TOO_MANY_POLICIES', first, args, { severity })]
}

function listedPolicies({ id, properties }: KnownResource): IssuePath[] {
  const { ManagedPolicyArns: list } = properties
  if (!Array.isArray(list)) return []
  return itemsOf(list, ['Resources', id, 'Properties', 'ManagedPolicyArns'])
    .filter(({ isConditional }) => !isConditional)
    .map(({ path }) => path)
}

function checkIsAttached({ id, type, properties }: KnownResource): Issue[] {
  if (type !== 'AWS::IAM::Policy' || callOf(properties)) return []
  const keys = Object.keys(properties)
  if (keys.some((key) => ['Groups', 'Roles', 'Users'].includes(key) || key.startsWith('Fn::'))) return []
  const path = ['Resources', id, ...(keys.length > 0 ? ['Properties'] : [])]
  return [templateIssue('TEMPLATE_POLICY_UNATTACHED', path, { where: type }, { anchor: 'key' })]
}

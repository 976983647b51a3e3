import type { Issue, IssuePath } from '@sec/common'
import { templateIssue } from '../issues/template-issues.js'
import { itemsOf } from '../read/branches.js'
import { callOf } from '../read/call.js'
import type { TemplateView } from '../read/template-view.js'
import { attachedTo, isPrincipalType } from './attachments.js'
import { type KnownResource, knownResources } from './known-resources.js'

/**
 * Managed policies on one group, role or user. A role's quota is 10 and can be raised to 25.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html | IAM quotas}
 */
const limits = { attached: 10, attachedToRole: 25 } as const

/** Checks how many managed policies are certainly attached, and that inline policies stand somewhere. */
export function checkAttachments(view: TemplateView): Issue[] {
  const resources = knownResources(view)
  return [
    ...resources.filter(({ type }) => isPrincipalType(type)).flatMap((one) => checkCount(one, resources)),
    ...(view.freedom.isOpen ? [] : resources.flatMap(checkIsAttached)),
  ]
}

function checkCount(principal: KnownResource, resources: readonly KnownResource[]): Issue[] {
  const { id, type } = principal
  const paths = [
    ...listedPolicies(principal),
    ...attachedTo(principal, resources, ['AWS::IAM::ManagedPolicy']).map(({ path }) => path),
  ]
  const isRole = type === 'AWS::IAM::Role'
  const limit = isRole && paths.length > limits.attachedToRole ? limits.attachedToRole : limits.attached
  const first = paths[limit]
  if (!first) return []
  const severity = isRole && limit === limits.attached ? 'warning' : 'error'
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

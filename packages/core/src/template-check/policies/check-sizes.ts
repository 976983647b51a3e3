import type { Issue, IssuePath } from '@sec/common'
import { iamLimits } from '../../limits/iam-limits.js'
import { templateIssue } from '../issues/template-issues.js'
import type { TemplateView } from '../read/template-view.js'
import { attachedTo, isPrincipalType, type PrincipalType } from '../resources/attachments.js'
import { type KnownResource, knownResources } from '../resources/known-resources.js'
import { leastDocumentCharacters } from './least-characters.js'
import { inlineDocuments } from './policy-documents.js'

const inlineLimits = {
  'AWS::IAM::Group': iamLimits.inlineCharacters.group,
  'AWS::IAM::Role': iamLimits.inlineCharacters.role,
  'AWS::IAM::User': iamLimits.inlineCharacters.user,
} as const

const inlineTypes = [
  'AWS::IAM::Policy',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
]

/** Checks sizes of policy documents; of what functions give only the literal parts are counted. */
export function checkSizes(view: TemplateView): Issue[] {
  const resources = knownResources(view)
  return resources.flatMap((resource) => [
    ...checkManagedPolicy(resource),
    ...checkTrustPolicy(resource),
    ...checkInlinePolicies(resource, resources),
  ])
}

function checkManagedPolicy({ id, type, properties }: KnownResource): Issue[] {
  if (type !== 'AWS::IAM::ManagedPolicy') return []
  const path = ['Resources', id, 'Properties', 'PolicyDocument']
  const characters = leastDocumentCharacters(properties.PolicyDocument)
  if (characters <= iamLimits.managedPolicyCharacters) return []
  const args = { what: `the managed policy "${id}"`, characters, limit: iamLimits.managedPolicyCharacters }
  return [templateIssue('TEMPLATE_POLICY_TOO_LARGE', path, args, { anchor: 'key' })]
}

function checkTrustPolicy({ id, properties }: KnownResource): Issue[] {
  const { AssumeRolePolicyDocument: document } = properties
  const characters = leastDocumentCharacters(document)
  if (characters <= iamLimits.trustPolicyCharacters.default) return []
  const isAboveAll = characters > iamLimits.trustPolicyCharacters.maximum
  const args = {
    what: `the trust policy of "${id}"`,
    characters,
    limit: isAboveAll ? iamLimits.trustPolicyCharacters.maximum : iamLimits.trustPolicyCharacters.default,
  }
  const path = ['Resources', id, 'Properties', 'AssumeRolePolicyDocument']
  const severity = isAboveAll ? 'error' : 'warning'
  return [templateIssue('TEMPLATE_POLICY_TOO_LARGE', path, args, { anchor: 'key', severity })]
}

interface Part {
  readonly characters: number
  readonly path: IssuePath
}

/** What stands in the principal itself, and in policy resources that name it; the place is where the limit is passed. */
function checkInlinePolicies(principal: KnownResource, resources: readonly KnownResource[]): Issue[] {
  if (!isPrincipalType(principal.type)) return []
  const parts = [...ownParts(principal), ...attachedParts(principal, resources)]
  const characters = parts.reduce((total, part) => total + part.characters, 0)
  const limit = inlineLimits[principal.type as PrincipalType]
  if (characters <= limit) return []
  const args = { what: `all inline policies of "${principal.id}" together`, characters, limit }
  return [templateIssue('TEMPLATE_POLICY_TOO_LARGE', passing(parts, limit), args, { anchor: 'key' })]
}

function ownParts(principal: KnownResource): Part[] {
  return inlineDocuments(principal)
    .filter(({ isConditional }) => !isConditional)
    .map(({ value, path }) => ({ characters: leastDocumentCharacters(value), path }))
}

function attachedParts(principal: KnownResource, resources: readonly KnownResource[]): Part[] {
  return attachedTo(principal, resources, inlineTypes).map(({ policy }) => ({
    characters: leastDocumentCharacters(policy.properties.PolicyDocument),
    path: ['Resources', policy.id, 'Properties', 'PolicyDocument'],
  }))
}

function passing(parts: readonly Part[], limit: number): IssuePath {
  let total = 0
  for (const part of parts) {
    total += part.characters
    if (total > limit) return part.path
  }
  return []
}

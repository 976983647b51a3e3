import type { Issue, IssuePath } from '@sec/common'
import { configIssue } from '../issues/config-issues.js'
import { policyNamesOfStack } from './name-rules.js'
import { allEntries, entriesOf, itemsOf, type RuleContext } from './rule-context.js'

/**
 * Neither `managed_policies` nor a permissions boundary names a policy that this stack makes: CloudFormation would
 * look for it before it is there.
 */
export function checkOwnPolicies(context: RuleContext): Issue[] {
  const named = [...managedPolicies(context), ...boundaries(context)]
  const candidates = named.filter(({ policy }) => isOfThisAccount(policy, context))
  // Most configs name policies of AWS only, and no name is built for them.
  if (candidates.length === 0) return []
  const made = policyNamesOfStack(context)
  return candidates
    .filter(({ policy }) => made.has(nameOf(policy)))
    .map(({ key, policy, path }) => configIssue('POLICY_OF_THIS_STACK', path, { policy, key }))
}

interface NamedPolicy {
  readonly key: 'managed_policies' | 'permissions_boundary'
  readonly policy: string
  readonly path: IssuePath
}

function managedPolicies(context: RuleContext): NamedPolicy[] {
  return allEntries(context).flatMap(({ entry, path }) =>
    itemsOf(entry.managed_policies, [...path, 'managed_policies']).map(({ item, path: at }) => ({
      key: 'managed_policies' as const,
      policy: item,
      path: at,
    })),
  )
}

/** Every permissions boundary that the config names. */
export function boundaries(context: RuleContext): NamedPolicy[] {
  const ofRoles = (['service_roles', 'assumable_roles', 'cross_account_roles'] as const).flatMap((kind) =>
    entriesOf(context, kind).flatMap(({ entry, path }) => boundary(entry, path)),
  )
  return [...boundary(context.config.security ?? {}, ['security']), ...ofRoles]
}

function boundary(
  holder: { readonly permissions_boundary?: string | undefined },
  path: IssuePath,
): NamedPolicy[] {
  const { permissions_boundary: policy } = holder
  const key = 'permissions_boundary'
  return policy === undefined ? [] : [{ key, policy, path: [...path, key] }]
}

/** A bare name is of this account where AWS has no policy of this name; no name of AWS begins with a prefix. */
function isOfThisAccount(policy: string, { config }: RuleContext): boolean {
  const account = config.client?.account_id
  return policy.startsWith('arn:')
    ? account !== undefined && policy.split(':')[4] === account
    : policy.includes('-policy-')
}

/** No policy of the stack has a path. */
function nameOf(policy: string): string {
  return policy.replace(/^arn:[^/]*:policy\//, '').toLowerCase()
}

import type { Issue, IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { partitionOf } from '../../aws-data/regions.js'
import { configIssue } from '../issues/config-issues.js'
import { allEntries, entriesOf, itemsOf, type RuleContext } from './rule-context.js'

/** Every ARN in the config is of the region's partition. */
export function checkPartitions({ config }: RuleContext): Issue[] {
  const region = config.environment?.region
  const expected = partitionOf(region ?? '')
  if (region === undefined || expected === undefined) return []
  return [...arnsIn(config.deployment, ['deployment']), ...arnsIn(config.security, ['security'])].flatMap(
    ({ partition, path }) =>
      partition === expected
        ? []
        : [configIssue('OTHER_PARTITION', path, { found: partition, expected, region })],
  )
}

interface FoundArn {
  readonly partition: string
  readonly path: IssuePath
}

function arnsIn(value: unknown, path: IssuePath): FoundArn[] {
  if (typeof value === 'string') return arnOf(value, path)
  if (Array.isArray(value)) return value.flatMap((item, index) => arnsIn(item, [...path, index]))
  return isMap(value) ? Object.entries(value).flatMap(([key, item]) => arnsIn(item, [...path, key])) : []
}

/** Texts that begin as ARNs; a wildcard or a placeholder in place of the partition is nobody's fault. */
function arnOf(text: string, path: IssuePath): FoundArn[] {
  const partition = /^arn:([a-z][a-z0-9-]*):[a-z0-9-]+:/.exec(text)?.[1]
  return partition === undefined ? [] : [{ partition, path }]
}

/** What must be in the config's own account is. */
export function checkAccounts(context: RuleContext): Issue[] {
  const expected = context.config.client?.account_id
  if (expected === undefined) return []
  return ownAccountArns(context).flatMap(({ arn, what, path }) => {
    const found = arn.split(':')[4] ?? ''
    return /^\d{12}$/.test(found) && found !== expected
      ? [configIssue('OTHER_ACCOUNT', path, { found, expected, what })]
      : []
  })
}

interface OwnArn {
  readonly arn: string
  readonly what: string
  readonly path: IssuePath
}

function ownAccountArns(context: RuleContext): OwnArn[] {
  const { deployment, security } = context.config
  const boundaries = (['service_roles', 'assumable_roles', 'cross_account_roles'] as const).flatMap((kind) =>
    entriesOf(context, kind).flatMap(({ entry, path }) =>
      ownArn(entry.permissions_boundary, 'the permissions boundary', [...path, 'permissions_boundary']),
    ),
  )
  const callers = entriesOf(context, 'assumable_roles').flatMap(({ entry, path }) =>
    itemsOf(entry.callers?.roles, [...path, 'callers', 'roles']).flatMap(({ item, path: at }) =>
      ownArn(item, 'the calling role', at),
    ),
  )
  const policies = allEntries(context).flatMap(({ entry, path }) =>
    itemsOf(entry.managed_policies, [...path, 'managed_policies']).flatMap(({ item, path: at }) =>
      ownArn(item, 'the managed policy', at),
    ),
  )
  return [
    ...policies,
    ...ownArn(deployment?.service_role_arn, 'the role', ['deployment', 'service_role_arn']),
    ...ownArn(security?.permissions_boundary, 'the permissions boundary', [
      'security',
      'permissions_boundary',
    ]),
    ...boundaries,
    ...callers,
  ]
}

function ownArn(arn: string | undefined, what: string, path: IssuePath): OwnArn[] {
  return arn === undefined ? [] : [{ arn, what, path }]
}

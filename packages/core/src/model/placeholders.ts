import type { PlaceholderName, WrittenStatement } from '@sec/common/iam'
import { normalizeStatement } from '@sec/common/iam'
import type { Identity } from './model.js'

/** Fills in the placeholders of texts and statements. IAM's own variables, told by their colon, pass through. */
export interface Resolver {
  readonly text: (text: string) => string
  /** A statement as it reaches the policy: without reason, suppressions and part, in one form. */
  readonly statement: (written: WrittenStatement) => Readonly<Record<string, unknown>>
}

/** What the three placeholders become in a portable template: CloudFormation fills them in. */
const pseudoParameters = {
  account_id: '${AWS::AccountId}',
  region: '${AWS::Region}',
  partition: '${AWS::Partition}',
} as const

/** @param portable - Leaves account, region and partition to CloudFormation. */
export function resolverFor(identity: Identity, portable: boolean): Resolver {
  const values: Readonly<Record<PlaceholderName, string>> = {
    company_prefix: identity.companyPrefix,
    env: identity.env,
    tenant_id: identity.tenantId,
    prefix: identity.prefix,
    prefix_underscore: identity.prefix.replaceAll('-', '_'),
    account_id: identity.accountId,
    region: identity.region,
    partition: identity.partition,
    ...(portable && pseudoParameters),
  }
  const text = (written: string): string =>
    written.includes('${')
      ? written.replace(/\$\{([a-z_]+)\}/g, (whole, name: string) => values[name as PlaceholderName] ?? whole)
      : written
  return { text, statement: (written) => resolveStatement(written, text) }
}

function resolveStatement(
  written: WrittenStatement,
  text: Resolver['text'],
): Readonly<Record<string, unknown>> {
  const { reason: _reason, suppress: _suppress, part: _part, ...statement } = normalizeStatement(written)
  return resolveValue(statement, text) as Readonly<Record<string, unknown>>
}

function resolveValue(value: unknown, text: Resolver['text']): unknown {
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, text))
  if (typeof value !== 'object' || value === null) return value
  const resolved: Record<string, unknown> = {}
  // Condition keys may hold placeholders too, as in `aws:RequestTag/${prefix}`.
  for (const key of Object.keys(value))
    resolved[text(key)] = resolveValue((value as Record<string, unknown>)[key], text)
  return resolved
}

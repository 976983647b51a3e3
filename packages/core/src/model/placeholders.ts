import type { PlaceholderName, Statement, WrittenStatement } from '@sec/common/iam'
import type { Identity } from './model.js'

/** Fills in the placeholders of texts and statements. IAM's own variables, told by their colon, pass through. */
export interface Resolver {
  readonly text: (text: string) => string
  /** A statement in one form (`normalizeStatement`) as it reaches the policy: without reason, suppressions and part. */
  readonly statement: (normalized: WrittenStatement) => Statement
  /**
   * An IAM ARN that the config writes out. In a portable template its partition, and the account where that is
   * the config's own, are pseudo parameters like everywhere else.
   */
  readonly iamArn: (arn: string) => string
}

/** What the three placeholders become in a portable template: CloudFormation fills them in. */
const pseudoParameters = {
  account_id: '${AWS::AccountId}',
  region: '${AWS::Region}',
  partition: '${AWS::Partition}',
} as const

type Values = Readonly<Record<PlaceholderName, string>>

/** @param portable - Leaves account, region and partition to CloudFormation. */
export function resolverFor(identity: Identity, portable: boolean): Resolver {
  const values = { ...valuesOf(identity), ...(portable && pseudoParameters) }
  const text = fillerOf(values)
  return {
    text,
    statement: (normalized) => resolveStatement(normalized, text),
    iamArn: (arn) => (portable ? portableArn(arn, identity) : arn),
  }
}

function valuesOf(identity: Identity): Values {
  return {
    company_prefix: identity.companyPrefix,
    env: identity.env,
    tenant_id: identity.tenantId,
    prefix: identity.prefix,
    prefix_underscore: identity.prefix.replaceAll('-', '_'),
    account_id: identity.accountId,
    region: identity.region,
    partition: identity.partition,
  }
}

/** Most texts with placeholders stand in many statements, so each is filled in once. */
function fillerOf(values: Values): Resolver['text'] {
  const known = new Map<string, string>()
  return (written) => {
    if (!written.includes('${')) return written
    let filled = known.get(written)
    if (filled === undefined) {
      filled = fillIn(written, values)
      known.set(written, filled)
    }
    return filled
  }
}

/** Searched by hand: texts are many, and a pattern with a callback takes several times as long. */
function fillIn(written: string, values: Values): string {
  let filled = ''
  let done = 0
  for (let start = written.indexOf('${'); start >= 0; start = written.indexOf('${', start + 2)) {
    const end = written.indexOf('}', start)
    const name = written.slice(start + 2, end)
    if (end < 0 || !Object.hasOwn(values, name)) continue
    filled += written.slice(done, start) + values[name as PlaceholderName]
    done = end + 1
  }
  return done === 0 ? written : filled + written.slice(done)
}

function portableArn(arn: string, { partition, accountId }: Identity): string {
  const head = `arn:${partition}:iam::`
  if (!arn.startsWith(head)) return arn
  const rest = arn.slice(head.length)
  const isOwn = rest.startsWith(`${accountId}:`)
  const account = isOwn ? `${pseudoParameters.account_id}${rest.slice(accountId.length)}` : rest
  return `arn:${pseudoParameters.partition}:iam::${account}`
}

function resolveStatement(normalized: WrittenStatement, text: Resolver['text']): Statement {
  const resolved: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(normalized))
    if (!forPeople.includes(key)) resolved[key] = resolveValue(value, text)
  return resolved as unknown as Statement
}

/** Keys that do not reach the policy. */
const forPeople = ['reason', 'suppress', 'part']

/**
 * Maps are those of a condition. Their keys may hold placeholders too, as in `aws:RequestTag/${prefix}`; they are
 * sorted, so that the order in which they were written is of no consequence.
 */
function resolveValue(value: unknown, text: Resolver['text']): unknown {
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, text))
  if (typeof value !== 'object' || value === null) return value
  const resolved: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort())
    resolved[text(key)] = resolveValue((value as Record<string, unknown>)[key], text)
  return resolved
}

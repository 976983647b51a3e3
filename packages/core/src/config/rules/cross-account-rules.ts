import type { Issue, IssuePath } from '@sec/common'
import { configIssue } from '../issues/config-issues.js'
import type { LooseCrossAccountRole } from '../loose-config.js'
import { checkOidcSubjects } from './oidc-subjects.js'
import { type Entry, entriesOf, itemsOf, type RuleContext, secondOf } from './rule-context.js'

type Role = Entry<LooseCrossAccountRole>

const trustKeys = ['trusted_accounts', 'trusted_principals', 'oidc']

/** Who may assume a cross-account role, and what protects it. */
export function checkCrossAccountTrust(context: RuleContext): Issue[] {
  return entriesOf(context, 'cross_account_roles').flatMap((role) => [
    ...checkTrustKeys(role, context),
    ...checkExternalId(role, context),
    ...checkAccountTrust(role, context),
    ...checkPrincipals(role, context),
    ...checkPatterns(role, context),
    ...checkOidc(role),
  ])
}

function checkTrustKeys({ entry, path }: Role, context: RuleContext): Issue[] {
  const [first, ...others] = Object.keys(entry).filter((key) => trustKeys.includes(key))
  if (first === undefined) {
    const isKnownFault = trustKeys.some((key) => context.isFaulty([...path, key]))
    return isKnownFault ? [] : [configIssue('TRUST_MISSING', path, {}, { anchor: 'key' })]
  }
  return others.map((key) =>
    configIssue('TRUST_EXCLUSIVE', [...path, key], { key, other: first }, { anchor: 'key' }),
  )
}

const externalIdMinimum = 16
/** @see {@link https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html | AssumeRole, ExternalId} */
const externalIdPattern = /^[\w+=,.@:/-]{2,1224}$/

function checkExternalId({ entry, path }: Role, context: RuleContext): Issue[] {
  const at = [...path, 'external_id']
  const { external_id: id } = entry
  if (id === undefined)
    return needsProtection(entry, path, context)
      ? [configIssue('EXTERNAL_ID_MISSING', path, {}, { anchor: 'key' })]
      : []
  if (entry.oidc !== undefined) return []
  if (id.length < externalIdMinimum)
    return [configIssue('EXTERNAL_ID_SHORT', at, { characters: id.length, limit: externalIdMinimum })]
  return externalIdPattern.test(id) ? [] : [configIssue('EXTERNAL_ID_MALFORMED', at, {})]
}

function needsProtection(entry: LooseCrossAccountRole, path: IssuePath, context: RuleContext): boolean {
  if (context.isFaulty([...path, 'external_id']) || context.isFaulty([...path, 'organization_id']))
    return false
  if (entry.oidc !== undefined) return false
  const isForAccounts = entry.trusted_accounts !== undefined || entry.trusted_principals !== undefined
  return isForAccounts && entry.organization_id === undefined
}

function checkAccountTrust({ entry, path }: Role, context: RuleContext): Issue[] {
  const own = context.config.client?.account_id
  const isNarrowed =
    entry.principal_patterns !== undefined || context.isFaulty([...path, 'principal_patterns'])
  return itemsOf(entry.trusted_accounts, [...path, 'trusted_accounts']).flatMap(
    ({ item: account, path: at }) => {
      if (account === own) return [configIssue('OWN_ACCOUNT_TRUSTED', at, { account })]
      if (!isNarrowed) return [configIssue('ACCOUNT_ROOT_TRUSTED', at, { account })]
      return isShutOut(account, entry) ? [configIssue('ACCOUNT_WITHOUT_PATTERN', at, { account })] : []
    },
  )
}

/** Not judged while a pattern is at fault: it may be the one that was meant for this account. */
function isShutOut(
  account: string,
  { principal_patterns: patterns, trusted_accounts: trusted }: LooseCrossAccountRole,
) {
  const accounts = (patterns ?? []).map((pattern) => principalPattern.exec(pattern ?? '')?.[1])
  const areSound = accounts.every((one) => one !== undefined && trusted?.includes(one))
  return accounts.length > 0 && areSound && !accounts.includes(account)
}

const exampleAccount = 'arn:aws:iam::444455556666'
const exactRole = `the exact ARN of a role, such as ${exampleAccount}:role/ci-deployer`
const roleArn = /^arn:[a-z-]+:iam::(\d{12}):role\/[\w+=,.@/-]+$/

function checkPrincipals({ entry, path }: Role, context: RuleContext): Issue[] {
  const own = context.config.client?.account_id
  return itemsOf(entry.trusted_principals, [...path, 'trusted_principals']).flatMap(
    ({ item: found, path: at }) => {
      if (/[*?]/.test(found)) return [configIssue('PRINCIPAL_WILDCARD', at, { found })]
      const account = roleArn.exec(found)?.[1]
      if (account === undefined)
        return [configIssue('PRINCIPAL_MALFORMED', at, { found, expected: exactRole })]
      return account === own ? [configIssue('OWN_ACCOUNT_TRUSTED', at, { account })] : []
    },
  )
}

const principalPattern = /^arn:[a-z-]+:iam::(\d{12}):(?:role|user)\/[\w+=,.@/*?-]+$/

function checkPatterns({ entry, path }: Role, context: RuleContext): Issue[] {
  const at = [...path, 'principal_patterns']
  if (entry.principal_patterns === undefined || entry.oidc !== undefined) return []
  const isFaulty = context.isFaulty([...path, 'trusted_accounts'])
  const accounts = entry.trusted_accounts?.filter((account) => account !== undefined)
  if (accounts === undefined && isFaulty) return []
  if (accounts === undefined) return [configIssue('PATTERNS_WITHOUT_ACCOUNTS', at, {}, { anchor: 'key' })]
  return itemsOf(entry.principal_patterns, at).flatMap(({ item: pattern, path: place }) => {
    const account = principalPattern.exec(pattern)?.[1]
    const expected = `a pattern of role ARNs in one account, such as ${exampleAccount}:role/ci-*`
    if (account === undefined)
      return [configIssue('PRINCIPAL_MALFORMED', place, { found: pattern, expected })]
    return isFaulty || accounts.includes(account)
      ? []
      : [configIssue('PATTERN_OTHER_ACCOUNT', place, { pattern, accounts })]
  })
}

const keysWithoutMeaningForOidc = ['external_id', 'organization_id', 'principal_patterns', 'session_tags']

function checkOidc({ entry, path }: Role): Issue[] {
  if (entry.oidc === undefined) return []
  const refused = keysWithoutMeaningForOidc.filter((key) => Object.hasOwn(entry, key))
  return [
    ...refused.map((key) => {
      const at = [...path, secondOf(entry, 'oidc', key)]
      return configIssue('OIDC_KEY_REFUSED', at, { key }, { anchor: 'key' })
    }),
    ...checkOidcSubjects(entry.oidc.subjects, [...path, 'oidc', 'subjects']),
  ]
}

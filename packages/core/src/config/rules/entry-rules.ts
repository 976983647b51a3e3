import type { Issue, IssuePath } from '@sec/common'
import { checkStatements, isMap, placeholderNames } from '@sec/common/iam'
import type { PolicyTemplate } from '@sec/policies'
import { imageRegistriesOf, isImageRegistry } from '../../aws-data/image-registries.js'
import { findManagedPolicy, managedPoliciesDate } from '../../aws-data/managed-policies.js'
import { partitionOf } from '../../aws-data/regions.js'
import type { EntryKind } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { kindWord } from '../issues/words.js'
import { policyNamesOfStack } from './name-rules.js'
import { boundaries } from './own-policy-rules.js'
import { allEntries, type Entry, itemsOf, type RuleContext } from './rule-context.js'

/** Assignments name services and levels that a template is for, each level once. */
export function checkAssignments(context: RuleContext): Issue[] {
  const services = [...new Set(context.templates.map((template) => template.service))].sort()
  return allEntries(context).flatMap(({ entry, path }) =>
    Object.entries(entry.policy_assignments ?? {}).flatMap(([service, levels]) => {
      const at = [...path, 'policy_assignments', service]
      if (!services.includes(service))
        return [configIssue('SERVICE_UNKNOWN', at, { service, known: services }, { anchor: 'key' })]
      return checkLevels(context.templates, service, levels, at)
    }),
  )
}

function checkLevels(
  templates: readonly PolicyTemplate[],
  service: string,
  levels: unknown,
  path: IssuePath,
): Issue[] {
  const known = templates.filter((template) => template.service === service).map((template) => template.level)
  const items = Array.isArray(levels)
    ? itemsOf(levels, path)
    : itemsOf([levels as string | undefined], path).map((item) => ({ ...item, path }))
  return items.flatMap(({ item: level, path: at }, index) => {
    if (!known.includes(level)) return [configIssue('LEVEL_UNKNOWN', at, { service, level, known })]
    const isAgain = items.findIndex((other) => other.item === level) < index
    return isAgain ? [configIssue('LEVEL_TWICE', at, { service, level })] : []
  })
}

/** Managed policies exist, as far as the shipped list knows. */
export function checkManagedPolicies(context: RuleContext): Issue[] {
  const partition = partitionOf(context.config.environment?.region ?? '') ?? 'aws'
  const ofEntries = allEntries(context).flatMap(({ entry, path }) =>
    itemsOf(entry.managed_policies, [...path, 'managed_policies']).flatMap(({ item, path: at }) =>
      isNameOfStack(item, context) ? [] : checkManagedPolicy(item, partition, at),
    ),
  )
  // A bare name may be that of a policy in this account.
  const ofBoundaries = boundaries(context).flatMap(({ policy, path }) =>
    policy.startsWith('arn:') ? checkManagedPolicy(policy, partition, path) : [],
  )
  return [...ofEntries, ...ofBoundaries]
}

/** Where a policy of the stack is named, that alone is said. */
function isNameOfStack(name: string, context: RuleContext): boolean {
  return name.includes('-policy-') && policyNamesOfStack(context).has(name.toLowerCase())
}

const policyReference = /^(?:arn:[a-z-]+:iam::(?:aws|[0-9]{12}):policy\/)?[\w+=,.@/-]+$/

function checkManagedPolicy(name: string, partition: string, path: IssuePath): Issue[] {
  if (!policyReference.test(name)) return [configIssue('MANAGED_POLICY_MALFORMED', path, { found: name })]
  const { isKnown, nearest } = findManagedPolicy(name, partition)
  return isKnown
    ? []
    : [configIssue('MANAGED_POLICY_UNKNOWN', path, { name, nearest, date: managedPoliciesDate })]
}

/** Statements written by hand follow IAM's grammar, and their Sids do not collide with those that are generated. */
export function checkOwnStatements(context: RuleContext): Issue[] {
  return allEntries(context).flatMap(({ entry, path }) => {
    if (!Object.hasOwn(entry, 'statements')) return []
    const at = [...path, 'statements']
    return [
      ...checkStatements(entry.statements, at, { placeholders: placeholderNames }),
      ...reservedSids(entry.statements, at),
      ...conditionKeys(entry.statements, at),
    ]
  })
}

/** In a portable template CloudFormation fills these in, and it does so in values only, never in keys. */
const filledInLate = /\$\{(?:account_id|region|partition)\}/

function conditionKeys(statements: unknown, path: IssuePath): Issue[] {
  return writtenStatements(statements).flatMap(({ Condition: condition }, index) =>
    Object.entries(isMap(condition) ? condition : {}).flatMap(([operator, keys]) =>
      Object.keys(isMap(keys) ? keys : {}).flatMap((key) => {
        const [placeholder] = filledInLate.exec(key) ?? []
        if (placeholder === undefined) return []
        const at = [...path, index, 'Condition', operator, key]
        return [configIssue('CONDITION_KEY_PLACEHOLDER', at, { placeholder }, { anchor: 'key' })]
      }),
    ),
  )
}

const reservedSid = /^May(?:Assume|Pass)/

function reservedSids(statements: unknown, path: IssuePath): Issue[] {
  return writtenStatements(statements).flatMap((statement, index) =>
    typeof statement.Sid === 'string' && reservedSid.test(statement.Sid)
      ? [configIssue('SID_RESERVED', [...path, index, 'Sid'], { sid: statement.Sid })]
      : [],
  )
}

function writtenStatements(statements: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(statements) ? statements.map((statement) => (isMap(statement) ? statement : {})) : []
}

/** A registry of AWS's images that AWS does not use in this region makes the first pull fail. */
export function checkImageRegistries(context: RuleContext): Issue[] {
  const region = context.config.environment?.region
  const accounts = imageRegistriesOf(region ?? '').map(({ account }) => account)
  if (region === undefined || accounts.length === 0) return []
  return allEntries(context).flatMap((entry) =>
    registriesByStatement(entry).flatMap((registries) => {
      const wrong = registries.filter(
        ({ account }) => !accounts.includes(account) && isImageRegistry(account),
      )
      const [first] = wrong
      if (first === undefined) return []
      const args = { wrong: wrong.map(({ account }) => account), region, accounts }
      return [configIssue('IMAGE_REGISTRY_OTHER_REGION', first.path, args)]
    }),
  )
}

interface Registry {
  readonly account: string
  readonly path: IssuePath
}

/** The accounts of registries that a statement names by hand, statement by statement. */
function registriesByStatement({ entry, path }: Entry): Registry[][] {
  return writtenStatements(entry.statements).map((statement, index) => {
    const at = [...path, 'statements', index, 'Resource']
    const isList = Array.isArray(statement.Resource)
    const resources: readonly unknown[] = isList ? (statement.Resource as unknown[]) : [statement.Resource]
    return resources.flatMap((resource, position) => {
      const account = /^arn:[^:]+:ecr:\$\{region\}:(\d{12}):/.exec(String(resource))?.[1]
      return account === undefined ? [] : [{ account, path: isList ? [...at, position] : at }]
    })
  })
}

/** An entry that grants nothing is most likely not finished. */
export function checkGrantsSomething(context: RuleContext): Issue[] {
  const named = Object.values(context.config.security?.service_roles ?? {}).flatMap(
    (role) => role?.passable_by ?? [],
  )
  const isPasser = (kind: EntryKind, name: string) =>
    context.isLost(['security', 'service_roles']) ||
    named.some((passer) => passer !== undefined && context.likely(kind, passer) === name)
  return allEntries(context).flatMap(({ name, entry, path, kind }) => {
    if (!context.isEnabled(kind, name) || context.isFaulty(path) || holdsAny(entry) || isPasser(kind, name))
      return []
    return [configIssue('NO_PERMISSIONS', path, { name, what: kindWord(kind) }, { anchor: 'key' })]
  })
}

const grantingKeys = [
  'managed_policies',
  'policy_assignments',
  'statements',
  'assumable_roles',
  'mirrors_group',
] as const

function holdsAny(entry: Readonly<Record<string, unknown>>): boolean {
  return grantingKeys.some((key) => {
    const value = entry[key]
    return Array.isArray(value)
      ? value.length > 0
      : isMap(value)
        ? Object.keys(value).length > 0
        : value !== undefined
  })
}

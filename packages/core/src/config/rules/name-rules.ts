import type { Issue, IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import type { PolicyTemplate } from '@sec/policies'
import { entryNamePattern } from '../../names/entry-name.js'
import { entryLogicalId, levelPolicyLogicalId, ownPolicyLogicalId } from '../../names/logical-ids.js'
import {
  crossAccountRoleNameOf,
  groupNameOf,
  levelPolicyNameOf,
  type NamedKind,
  nameLimits,
  type OwnerKind,
  ownPolicyNameOf,
  prefixOf,
  roleNameOf,
  testSuffixCharacters,
} from '../../names/names.js'
import { type EntryKind, entryKinds } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { kindWord } from '../issues/words.js'
import type { LooseEntry } from '../loose-config.js'
import { allEntries, type RuleContext } from './rule-context.js'

/** A name that the estate would take, in the account or in the template. */
interface TakenName {
  readonly kind: NamedKind
  readonly name: string
  readonly logicalId: string
  /** What people call the thing, such as `group data_scientists`. */
  readonly owner: string
  /** The part of its policy that takes the name. */
  readonly part?: number | undefined
  readonly path: IssuePath
  readonly anchor: 'key' | 'value'
}

/** Names in the account and logical ids are unique (without regard to case) and short enough. */
export function checkNames(context: RuleContext): Issue[] {
  const names = [...levelPolicyNames(context), ...takenNames(context)]
  return [...collisions(names), ...oncePerEntry(names.flatMap(checkLength))]
}

/** The names of the managed policies that the stack itself makes, in lower case: IAM does not tell cases apart. */
export function policyNamesOfStack(context: RuleContext): ReadonlySet<string> {
  const names = [...levelPolicyNames(context), ...takenNames(context)]
  return new Set(names.filter(({ kind }) => kind === 'policy').map(({ name }) => name.toLowerCase()))
}

const owners: Readonly<Record<EntryKind, OwnerKind>> = {
  iam_groups: 'group',
  service_roles: 'role',
  assumable_roles: 'role',
  cross_account_roles: 'xacct',
}

const entryNamers = { group: groupNameOf, role: roleNameOf, xacct: crossAccountRoleNameOf } as const

function takenNames(context: RuleContext): TakenName[] {
  const prefix = knownPrefix(context)
  return kindsAsWritten(context).flatMap((kind) =>
    context
      .namesOf(kind)
      .filter((name) => context.isEnabled(kind, name) && isWellFormed.test(name))
      .flatMap((name) => namesOfEntry(kind, name, prefix, context)),
  )
}

/** An entry's own name and those of its own policy, which it has or may come to have. */
function namesOfEntry(kind: EntryKind, name: string, prefix: string, context: RuleContext): TakenName[] {
  const owner = owners[kind]
  const place = {
    owner: `${kindWord(kind)} ${name}`,
    path: ['security', kind, name],
    anchor: 'key',
  } as const
  const parts = hasManagedPolicies(context) ? partsOf(ownStatements(kind, name, context)) : []
  return [
    {
      ...place,
      kind: owner === 'group' ? 'group' : 'role',
      name: entryNamers[owner](prefix, name),
      logicalId: entryLogicalId(owner, name),
    },
    ...parts.map((part) => ({
      ...place,
      kind: 'policy' as const,
      part,
      name: ownPolicyNameOf(prefix, owner, name, part),
      logicalId: ownPolicyLogicalId(owner, name, part),
    })),
  ]
}

/** With inline policies the entries alone have names in the account. */
function hasManagedPolicies({ config }: RuleContext): boolean {
  return config.security?.group_policies !== 'inline'
}

/** A role that mirrors a group has the statements of the group. */
function ownStatements(kind: EntryKind, name: string, { config, resolve }: RuleContext): unknown {
  const entries = config.security?.[kind] as Readonly<Record<string, LooseEntry | undefined>> | undefined
  const mirrored =
    kind === 'assumable_roles' ? config.security?.assumable_roles?.[name]?.mirrors_group : undefined
  if (mirrored === undefined) return entries?.[name]?.statements
  return config.security?.iam_groups?.[resolve('iam_groups', mirrored) ?? mirrored]?.statements
}

/** The numbers of the documents that statements go into; `undefined` is the one document of those without parts. */
function partsOf(statements: unknown): (number | undefined)[] {
  const list: readonly unknown[] = Array.isArray(statements) ? statements : []
  const parts = list.flatMap((item) => (isMap(item) && typeof item.part === 'number' ? [item.part] : []))
  // What the tool writes itself goes into the first part.
  return parts.length === 0 ? [undefined] : [...new Set([1, ...parts])]
}

/** The policies of the levels in use, each once, at the first assignment that asks for it. */
function levelPolicyNames(context: RuleContext): TakenName[] {
  if (!hasManagedPolicies(context)) return []
  const prefix = knownPrefix(context)
  const templates = new Map(
    context.templates.map((template) => [`${template.service}/${template.level}`, template]),
  )
  return assignmentsInUse(context).flatMap(({ assigned, path }) => {
    const template = templates.get(assigned)
    templates.delete(assigned)
    return template === undefined ? [] : namesOfLevel(template, prefix, path)
  })
}

function namesOfLevel({ service, name, file, statements }: PolicyTemplate, prefix: string, path: IssuePath) {
  return partsOf(statements).map(
    (part): TakenName => ({
      kind: 'policy',
      part,
      name: levelPolicyNameOf(prefix, service, name, part),
      logicalId: levelPolicyLogicalId(service, name, part),
      owner: `policy template ${file}`,
      path,
      anchor: 'value',
    }),
  )
}

/** `service/level` of every enabled entry, with its place. */
function assignmentsInUse(context: RuleContext): { readonly assigned: string; readonly path: IssuePath }[] {
  return allEntries(context)
    .filter(({ kind, name }) => context.isEnabled(kind, name))
    .flatMap(({ entry, path }) =>
      Object.entries(entry.policy_assignments ?? {}).flatMap(([service, levels]) => {
        const at = [...path, 'policy_assignments', service]
        const list: readonly unknown[] = Array.isArray(levels) ? levels : [levels]
        return list.map((level, index) => ({
          assigned: `${service}/${String(level)}`,
          path: Array.isArray(levels) ? [...at, index] : at,
        }))
      }),
    )
}

/** Of two that collide the second in the text is reported. A section at fault is left out. */
function kindsAsWritten({ config, isLost }: RuleContext): EntryKind[] {
  const keys = Object.keys(config.security ?? {})
  return entryKinds
    .filter((kind) => !isLost(['security', kind]))
    .sort((one, other) => keys.indexOf(one) - keys.indexOf(other))
}

/** Other names are reported for their form. */
const isWellFormed = new RegExp(entryNamePattern, 'u')

/** Without a whole identity the names are checked for what they have: their own part. */
function knownPrefix({ config }: RuleContext): string {
  return prefixOf({
    companyPrefix: config.client?.company_prefix ?? '',
    env: config.environment?.env ?? '',
    tenantId: config.client?.tenant_id ?? '',
  })
}

/** The same entry is reported once, though its own policy collides as well. */
function collisions(names: readonly TakenName[]): Issue[] {
  const first = new Map<string, TakenName>()
  const reported = new Set<string>()
  return names.flatMap((taken) => {
    const place = taken.path.join()
    const byName = otherUnder(`${taken.kind} ${taken.name}`, taken, first)
    const byId = otherUnder(taken.logicalId, taken, first)
    const other = byName ?? byId
    if (other === undefined || reported.has(place)) return []
    reported.add(place)
    const what = byName ? `${taken.kind} name` : 'logical id'
    const args = { what, name: byName ? taken.name : taken.logicalId, other: other.owner, part: other.part }
    return [configIssue('NAME_COLLISION', taken.path, args, { anchor: taken.anchor })]
  })
}

/** What another place has taken already under this key; otherwise the key is taken now. */
function otherUnder(key: string, taken: TakenName, first: Map<string, TakenName>): TakenName | undefined {
  const lower = key.toLowerCase()
  const holder = first.get(lower)
  if (holder === undefined) first.set(lower, taken)
  return holder?.path.join() === taken.path.join() ? undefined : holder
}

/** An entry's role and its own policy may both be too long: the cause is one. */
function oncePerEntry(issues: readonly Issue[]): Issue[] {
  const first = new Map<string, Issue>()
  for (const issue of issues) if (!first.has(issue.path.join())) first.set(issue.path.join(), issue)
  return [...first.values()]
}

function checkLength({ kind, name, path, anchor }: TakenName): Issue[] {
  const characters = name.length + testSuffixCharacters
  const limit = nameLimits[kind]
  if (characters <= limit) return []
  return [configIssue('NAME_TOO_LONG', path, { what: kind, name, characters, limit }, { anchor })]
}

import type { Issue, IssuePath } from '@sec/common'
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
import type { EntryKind } from '../../names/tier.js'
import { entryKinds } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import type { RuleContext } from './rule-context.js'

/** A name that the estate would take, in the account or in the template. */
interface TakenName {
  readonly kind: NamedKind
  readonly name: string
  readonly logicalId: string
  /** What people call the thing: the entry's name. */
  readonly owner: string
  readonly path: IssuePath
}

/** Names in the account and logical ids are unique (without regard to case) and short enough. */
export function checkNames(context: RuleContext): Issue[] {
  const names = takenNames(context)
  return [...collisions(names), ...names.flatMap(checkLength)]
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
  const entries = entryKinds.flatMap((kind) =>
    context
      .namesOf(kind)
      .filter((name) => context.isEnabled(kind, name))
      .map((name) => ({ owner: owners[kind], name, path: ['security', kind, name] })),
  )
  return entries.flatMap(({ owner, name, path }) => [
    {
      kind: owner === 'group' ? 'group' : 'role',
      name: entryNamers[owner](prefix, name),
      logicalId: entryLogicalId(owner, name),
      owner: name,
      path,
    },
    {
      kind: 'policy',
      name: ownPolicyNameOf(prefix, owner, name),
      logicalId: ownPolicyLogicalId(owner, name),
      owner: name,
      path,
    },
  ])
}

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
  const reported = new Set<string>()
  return names.flatMap((taken, index) => {
    const others = names.slice(0, index).filter((other) => other.path.join() !== taken.path.join())
    const byName = others.find((other) => other.kind === taken.kind && sameName(other.name, taken.name))
    const byId = others.find((other) => sameName(other.logicalId, taken.logicalId))
    const other = byName ?? byId
    if (other === undefined || reported.has(taken.path.join())) return []
    reported.add(taken.path.join())
    const what = byName ? `${taken.kind} name` : 'logical id'
    const args = { what, name: byName ? taken.name : taken.logicalId, other: other.owner }
    return [configIssue('NAME_COLLISION', taken.path, args, { anchor: 'key' })]
  })
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function checkLength({ kind, name, path }: TakenName): Issue[] {
  const characters = name.length + testSuffixCharacters
  const limit = nameLimits[kind]
  if (characters <= limit) return []
  return [configIssue('NAME_TOO_LONG', path, { what: kind, name, characters, limit }, { anchor: 'key' })]
}

/** Levels in use whose policies would collide with an entry's own: a matter of unlucky service names. */
export function checkLevelNames(context: RuleContext): Issue[] {
  const own = new Map(takenNames(context).map((taken) => [taken.logicalId.toLowerCase(), taken]))
  const prefix = knownPrefix(context)
  return context.templates.flatMap((template) => {
    const taken = own.get(levelPolicyLogicalId(template.service, template.name).toLowerCase())
    if (taken === undefined) return []
    const name = levelPolicyNameOf(prefix, template.service, template.name)
    return [
      configIssue(
        'NAME_COLLISION',
        taken.path,
        { what: 'policy name', name, other: template.file },
        { anchor: 'key' },
      ),
    ]
  })
}

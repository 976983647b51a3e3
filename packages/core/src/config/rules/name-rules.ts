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
import { kindWord } from '../issues/words.js'
import { entryNamePattern } from '../schema/keys.js'
import type { RuleContext } from './rule-context.js'

/** A name that the estate would take, in the account or in the template. */
interface TakenName {
  readonly kind: NamedKind
  readonly name: string
  readonly logicalId: string
  /** What people call the thing, such as `group data_scientists`. */
  readonly owner: string
  readonly path: IssuePath
}

/** Names in the account and logical ids are unique (without regard to case) and short enough. */
export function checkNames(context: RuleContext): Issue[] {
  const names = takenNames(context)
  return [...collisions(names), ...oncePerEntry(names.flatMap(checkLength))]
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
  const entries = kindsAsWritten(context).flatMap((kind) =>
    context
      .namesOf(kind)
      .filter((name) => context.isEnabled(kind, name) && isWellFormed.test(name))
      .map((name) => ({
        owner: owners[kind],
        name,
        label: `${kindWord(kind)} ${name}`,
        path: ['security', kind, name],
      })),
  )
  return entries.flatMap(({ owner, name, label, path }) => [
    {
      kind: owner === 'group' ? 'group' : 'role',
      name: entryNamers[owner](prefix, name),
      logicalId: entryLogicalId(owner, name),
      owner: label,
      path,
    },
    {
      kind: 'policy',
      name: ownPolicyNameOf(prefix, owner, name),
      logicalId: ownPolicyLogicalId(owner, name),
      owner: label,
      path,
    },
  ])
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

/** An entry's role and its own policy may both be too long: the cause is one. */
function oncePerEntry(issues: readonly Issue[]): Issue[] {
  return issues.filter(
    ({ path }, index) => issues.findIndex((other) => other.path.join() === path.join()) === index,
  )
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
        { what: 'policy name', name, other: `policy template ${template.file}` },
        { anchor: 'key' },
      ),
    ]
  })
}

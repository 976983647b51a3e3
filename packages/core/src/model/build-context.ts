import type { PolicyTemplate } from '@sec/policies'
import type { SecConfig } from '../config/schema/sec-config.js'
import type { EntryKind } from '../names/tier.js'
import { type ResolvedStatement, resolveStatement } from './documents.js'
import { buildIdentity } from './identity.js'
import type { Identity } from './model.js'
import { type Resolver, resolverFor } from './placeholders.js'

export type Security = SecConfig['security']
export type GroupConfig = Security['iam_groups'][string]
export type ServiceRoleConfig = Security['service_roles'][string]
export type AssumableRoleConfig = NonNullable<Security['assumable_roles']>[string]
export type CrossAccountRoleConfig = NonNullable<Security['cross_account_roles']>[string]

/** What every builder needs: who the estate is, which entries are enabled, which templates there are. */
export interface BuildContext {
  readonly config: SecConfig
  readonly identity: Identity
  readonly portable: boolean
  readonly resolver: Resolver
  /** The enabled entries of a kind by name, in the order of their names. */
  readonly enabled: <Kind extends EntryKind>(kind: Kind) => readonly (readonly [string, EntryOf<Kind>])[]
  readonly isEnabled: (kind: EntryKind, name: string) => boolean
  /** `service/level` to template. */
  readonly templates: ReadonlyMap<string, PolicyTemplate>
  /** The statements of a level for this estate, made once, since many entries share a level. */
  readonly statementsOfLevel: (template: PolicyTemplate) => readonly ResolvedStatement[]
}

type EntryOf<Kind extends EntryKind> = NonNullable<Security[Kind]>[string]

export function buildContext(
  config: SecConfig,
  templates: readonly PolicyTemplate[],
  portable: boolean,
): BuildContext {
  const identity = buildIdentity(config)
  const profile = config.security.security_profiles?.[config.tier.version]
  const isEnabled = (kind: EntryKind, name: string): boolean =>
    Object.hasOwn(config.security[kind] ?? {}, name) && (profile?.[kind]?.includes(name) ?? true)
  const resolver = resolverFor(identity, portable)
  return {
    config,
    identity,
    portable,
    resolver,
    enabled: (kind) =>
      sortedEntries(config.security[kind] ?? {}).filter(([name]) => isEnabled(kind, name)) as never,
    isEnabled,
    templates: new Map(templates.map((template) => [`${template.service}/${template.level}`, template])),
    statementsOfLevel: once(({ statements }) =>
      statements.map((statement) => resolveStatement(statement, resolver)),
    ),
  }
}

/** Remembers the answer for each object that it is asked about. */
function once<Key extends object, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, Answer>()
  return (key) => {
    const known = answers.get(key) ?? answer(key)
    answers.set(key, known)
    return known
  }
}

/** By code unit, so that the order depends on nothing but the names. */
export function sortedEntries<Value>(map: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(map).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}

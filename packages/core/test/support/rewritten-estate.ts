import { type AnyDocument, isMap, type Observation, type ObservedEstate } from '@sec/common/iam'

/** Numbers from 0 up to 1. */
type Random = () => number

/** The same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same estate in other words: lists shuffled, cases changed, single values wrapped, documents encoded. */
export function rewrittenEstate({ groups, roles, policies }: ObservedEstate, random: Random): ObservedEstate {
  const holder = <Holder extends HolderShape>(one: Holder): Holder => ({
    ...one,
    attachedPolicyArns: shuffled(one.attachedPolicyArns, random),
    inlinePolicies: shuffled(one.inlinePolicies, random).map((policy) => ({
      ...policy,
      document: rewrittenDocument(policy.document, random),
    })),
  })
  return {
    groups: eachFound(groups, random, (group) => ({ ...holder(group), memberNames: ['alice'] })),
    roles: eachFound(roles, random, (role) => ({
      ...holder(role),
      trustPolicy: rewrittenDocument(role.trustPolicy, random),
      tags: Object.fromEntries(shuffled(Object.entries(role.tags), random)),
    })),
    policies: eachFound(policies, random, (policy) => ({
      ...policy,
      document: rewrittenDocument(policy.document, random),
    })),
  }
}

interface HolderShape {
  readonly attachedPolicyArns: readonly string[]
  readonly inlinePolicies: readonly { readonly policyName: string; readonly document: AnyDocument }[]
}

function eachFound<Thing>(
  list: readonly Observation<Thing>[],
  random: Random,
  edit: (thing: Thing) => Thing,
): readonly Observation<Thing>[] {
  return shuffled(list, random).map((item) =>
    item.kind === 'found' ? { ...item, found: edit(item.found) } : item,
  )
}

type Written = Readonly<Record<string, unknown>>

/** As data, as JSON, or as IAM's URL-encoded JSON. */
function rewrittenDocument(document: AnyDocument, random: Random): AnyDocument {
  const { Version, Statement } = document as {
    readonly Version: string
    readonly Statement: readonly Written[]
  }
  const statements = shuffled(Statement, random).map((one) => rewrittenStatement(one, random))
  const again = random() < 0.2 ? [...statements, ...statements.slice(0, 1)] : statements
  const hasVariable = JSON.stringify(Statement).includes('${')
  const language = hasVariable || random() < 0.5 ? { Version } : {}
  const data = { ...(random() < 0.3 && { Id: undefined }), Statement: again, ...language }
  const way = random()
  if (way < 0.3) return data
  return way < 0.6 ? JSON.stringify(data, null, 2) : encodeURIComponent(JSON.stringify(data))
}

function rewrittenStatement(statement: Written, random: Random): Written {
  const entries = Object.entries(statement).map(
    ([name, value]) => [name, rewritten(name, value, random)] as const,
  )
  return Object.fromEntries(shuffled(entries, random))
}

function rewritten(name: string, value: unknown, random: Random): unknown {
  if (name === 'Action' || name === 'NotAction') return list(value, random, (text) => recased(text, random))
  if (name === 'Resource' || name === 'NotResource') return list(value, random)
  if (name === 'Principal') return principal(value, random)
  return name === 'Condition' ? condition(value as Readonly<Record<string, Written>>, random) : value
}

function principal(value: unknown, random: Random): unknown {
  if (!isMap(value)) return value
  return Object.fromEntries(
    shuffled(Object.entries(value), random).map(([type, names]) => [
      type,
      list(names, random, accountForm(random)),
    ]),
  )
}

/** An account by its id, or by the ARN of its root. */
function accountForm(random: Random): (name: string) => string {
  return (name) => (random() < 0.5 ? name.replace(/^arn:aws:iam::(\d{12}):root$/, '$1') : name)
}

function condition(value: Readonly<Record<string, Written>>, random: Random): unknown {
  return Object.fromEntries(
    shuffled(Object.entries(value), random).map(([operator, operands]) => [
      operator,
      Object.fromEntries(
        shuffled(Object.entries(operands), random).map(([key, values]) => [
          recased(key, random),
          list(values, random),
        ]),
      ),
    ]),
  )
}

/** Shuffled, with something said twice, and a single value with or without a list around it. */
function list(value: unknown, random: Random, change: (text: string) => string = (text) => text): unknown {
  const items = shuffled([value].flat() as string[], random).map(change)
  const all = random() < 0.1 ? [...items, ...items.slice(0, 1)] : items
  return all.length === 1 && random() < 0.5 ? all[0] : all
}

function recased(text: string, random: Random): string {
  const way = random()
  return way < 0.3 ? text.toLowerCase() : way < 0.6 ? text.toUpperCase() : text
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const keyed = items.map((item) => ({ item, key: random() }))
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item)
}

import { isMap } from './describe-value.js'
import type { AnyDocument } from './estate.js'

/** A statement of a document that is to be compared. */
export interface NormalStatement {
  /** The same text for statements that IAM takes for the same. */
  readonly key: string
  /** The same text for statements that also give the same access: without `Sid`, which only people read. */
  readonly accessKey: string
  /** As it stands in the document. */
  readonly written: unknown
}

/** A policy document as it is compared: how it was written is of no consequence to its keys. */
export interface NormalDocument {
  /** The same text for documents that IAM takes for the same. */
  readonly key: string
  /** `2008-10-17` where the document names none; empty where it is no JSON object. */
  readonly version: string
  /** Each once, in the order in which they are written. */
  readonly statements: readonly NormalStatement[]
}

/**
 * Brings a policy document into a form in which two of them can be compared. Of no consequence are: a value or a
 * list of one; the order of statements, of keys, and inside Action, NotAction, Resource, NotResource, Principal and
 * condition values; things that are said twice; the case of actions, condition operators and condition keys; numbers
 * and booleans or their texts; an account id or the ARN of its root as principal. A document that is no JSON object
 * has no statements, and is equal to itself alone.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html | IAM policy grammar}
 */
export function normalizeDocument(document: AnyDocument): NormalDocument {
  if (!isMap(document)) return { key: stableText(document), version: '', statements: [] }
  const { Version, Statement, ...rest } = document
  const version = Version === undefined ? '2008-10-17' : String(Version)
  const statements = distinct(asList(Statement).map((written) => normalStatement(written, version)))
  const keys = statements.map(({ key }) => key).sort()
  return { key: stableText({ ...rest, Version: version, Statement: keys }), version, statements }
}

/** A text that is the same for two statements exactly if IAM takes them for the same. */
export function statementKey(statement: unknown): string {
  return isMap(statement) ? stableText(entriesOf(statement)) : stableText(statement)
}

function normalStatement(written: unknown, version: string): NormalStatement {
  const key = statementKey(written)
  const access = isMap(written) ? statementKey({ ...written, Sid: undefined }) : key
  return { key, accessKey: hasVariable(key) ? `${version} ${access}` : access, written }
}

/** `${aws:username}` is a variable in the newer version, and these very characters in the older one. */
function hasVariable(text: string): boolean {
  return text.includes('${')
}

function distinct(statements: readonly NormalStatement[]): readonly NormalStatement[] {
  const keys = new Set<string>()
  return statements.filter(({ key }) => keys.size < keys.add(key).size)
}

/** Elements in one order and one form; those that say nothing are left out. */
function entriesOf(statement: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(statement).map(([name, value]) => [name, elementOf(name, value)])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function elementOf(name: string, value: unknown): unknown {
  if (value === undefined) return undefined
  if (name === 'Action' || name === 'NotAction') return setOf(asList(value).map(inLowerCase))
  if (name === 'Resource' || name === 'NotResource') return setOf(asList(value))
  if (name === 'Principal' || name === 'NotPrincipal') return principalOf(value)
  if (name === 'Condition') return conditionOf(value)
  return name === 'Sid' && value === '' ? undefined : value
}

function principalOf(value: unknown): unknown {
  if (value === '*') return { AWS: ['"*"'] }
  if (!isMap(value)) return value
  const members = Object.entries(value).filter(([, names]) => names !== undefined)
  return Object.fromEntries(members.map(([type, names]) => [type, setOf(asList(names).map(accountOf))]))
}

/** IAM answers the ARN of the root where an account id was written. */
function accountOf(name: unknown): unknown {
  return typeof name === 'string' ? name.replace(/^arn:[^:]*:iam::(\d{12}):root$/, '$1') : name
}

/** Operator, key and values, one after the other: two spellings of one operator are two tests. */
function conditionOf(value: unknown): unknown {
  if (!isMap(value)) return value
  const tests = Object.entries(value).flatMap(([operator, operands]) =>
    Object.entries(isMap(operands) ? operands : { '': operands })
      .filter(([, values]) => values !== undefined)
      .map(([key, values]) => [operator.toLowerCase(), key.toLowerCase(), setOf(asList(values).map(asText))]),
  )
  return tests.length === 0 ? undefined : setOf(tests)
}

function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

function inLowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** The items as texts, each once, sorted. */
function setOf(items: readonly unknown[]): readonly string[] {
  return [...new Set(items.map(stableText))].sort()
}

/** JSON with the keys of every map in order, and without entries that are undefined. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`
  if (!isMap(value)) return JSON.stringify(value) ?? 'undefined'
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${stableText(value[key])}`)
    .join(',')}}`
}

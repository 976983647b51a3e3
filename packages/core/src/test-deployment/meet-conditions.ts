import type { ConditionTest } from '../documents/statement-view.js'
import { sampleText } from './sample-resource.js'

/** One key of a request, as IAM's policy simulator takes it. */
export interface ContextEntry {
  readonly key: string
  readonly type: 'string' | 'stringList' | 'boolean' | 'numeric'
  readonly values: readonly string[]
}

type Entries = ReadonlyMap<string, ContextEntry>

/**
 * What a request must hold so that every test of a condition is met.
 *
 * @returns Undefined where that is not plain: negations, comparisons, variables, two tests of one key.
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html | ContextEntry}
 */
export function meetConditions(tests: readonly ConditionTest[]): readonly ContextEntry[] | undefined {
  const [nulls, others] = [tests.filter(isNull), tests.filter((test) => !isNull(test))]
  const entries = others.map(meet)
  const known = entries.filter((entry) => entry !== undefined)
  const byKey: Entries = new Map(known.map((entry) => [entry.key.toLowerCase(), entry]))
  if (byKey.size < tests.length - nulls.length) return undefined
  const further = nulls.map((test) => meetNull(test, byKey))
  if (further.includes('never')) return undefined
  return [...known, ...further.filter((entry) => typeof entry === 'object')]
}

function isNull({ operator }: ConditionTest): boolean {
  return operator === 'Null'
}

const types: Readonly<Record<string, ContextEntry['type']>> = {
  StringEquals: 'string',
  StringEqualsIgnoreCase: 'string',
  StringLike: 'string',
  ArnEquals: 'string',
  ArnLike: 'string',
  Bool: 'boolean',
  NumericEquals: 'numeric',
}

/** The `IfExists` forms are met as the plain ones are. */
function meet({ operator, key, values }: ConditionTest): ContextEntry | undefined {
  const [, set, base = ''] = /^(ForAllValues:|ForAnyValue:)?(.*?)(?:IfExists)?$/.exec(operator) ?? []
  const type = Object.hasOwn(types, base) ? types[base] : undefined
  const [value] = values.filter((text) => !text.includes('${'))
  if (type === undefined || value === undefined) return undefined
  if (set !== undefined && type !== 'string') return undefined
  const isLike = base.endsWith('Like') || base === 'ArnEquals'
  return { key, type: set === undefined ? type : 'stringList', values: [isLike ? sampleText(value) : value] }
}

/** `Null` asks for the absence of a key (`true`), or for any value (`false`). */
function meetNull({ key, values }: ConditionTest, entries: Entries): ContextEntry | 'never' | 'met' {
  const isGiven = entries.has(key.toLowerCase())
  if (values.includes('true')) return isGiven ? 'never' : 'met'
  return isGiven ? 'met' : { key, type: 'string', values: ['sample'] }
}

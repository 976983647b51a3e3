import { byteLength, type Issue, type IssuePath } from '@sec/common'
import { describeValue, isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { isLiteralText, itemsOf } from '../read/branches.js'
import { callOf } from '../read/call.js'
import { subLiteral } from '../read/sub-text.js'
import type { PropertySpec } from './resource-spec.js'
import { distinctLists, listLimits, type TextRule, textRules } from './text-rules.js'

/** A value that has the right type, and where it stands. */
export interface RuledValue {
  readonly value: unknown
  readonly name: string
  readonly spec: PropertySpec
  readonly type: string
  /** The resource type, or what messages call the map around. */
  readonly where: string
  readonly path: IssuePath
  readonly isItem: boolean
}

/** Checks values against what AWS allows beyond their type: fixed values, patterns, lengths, ranges, distinct items. */
export function checkValueRules(ruled: RuledValue): Issue[] {
  const { value } = ruled
  if (Array.isArray(value))
    return [...checkLength(ruled, value), ...checkDistinct(ruled, value), ...checkTags(ruled, value)]
  const text = literalPart(value)
  if (text === undefined) return []
  const isWhole = !isMap(value)
  return [...(isWhole ? checkFixed(ruled, text) : []), ...checkText(ruled, text, isWhole)]
}

/** The text, or what is certain of a text of Fn::Sub. */
function literalPart(value: unknown): string | undefined {
  const call = callOf(value)
  if (call?.name === 'Fn::Sub') {
    const text: unknown = Array.isArray(call.argument) ? call.argument[0] : call.argument
    return isLiteralText(text) ? subLiteral(text) : undefined
  }
  return typeof value === 'object' ? undefined : String(value)
}

function checkFixed({ spec, name, value, path }: RuledValue, text: string): Issue[] {
  const { values } = spec
  if (!values || values.includes(text)) return []
  return [valueIssue(name, value, `one of ${values.join(', ')}`, path)]
}

function valueIssue(property: string, value: unknown, expected: string, path: IssuePath): Issue {
  return templateIssue('TEMPLATE_PROPERTY_VALUE', path, { property, found: describeValue(value), expected })
}

function ruleFor({ type, where, name, isItem }: RuledValue): TextRule | undefined {
  const isInside = where !== type
  // Names of tags are free: rules are for the named fields only.
  const key = isInside ? `${where}.${name}` : `${type}.${name}`
  return textRules.get(isItem ? `${key}[]` : key)
}

function checkText(ruled: RuledValue, text: string, isWhole: boolean): Issue[] {
  const rule = ruleFor(ruled)
  if (!rule) return []
  const { name, value, path } = ruled
  const characters = rule.isBytes ? byteLength(text) : text.length
  if (characters > rule.limit) {
    return [
      templateIssue('TEMPLATE_PROPERTY_TOO_LONG', path, { property: name, characters, limit: rule.limit }),
    ]
  }
  const isFine = !isWhole || !rule.isFine || rule.isFine(text)
  return isFine ? [] : [valueIssue(name, value, rule.expected, path)]
}

/** Items that Fn::If decides about do not count. */
function checkLength({ name, type, path }: RuledValue, items: readonly unknown[]): Issue[] {
  const limit = listLimits.get(`${type}.${name}`)
  const certain = itemsOf(items, path).filter(({ isConditional }) => !isConditional)
  const first = limit === undefined ? undefined : certain[limit]
  if (!first) return []
  return [valueIssue(name, items, `at most ${limit} items, not ${certain.length}`, first.path)]
}

function checkDistinct({ name, type, path }: RuledValue, items: readonly unknown[]): Issue[] {
  if (!distinctLists.has(`${type}.${name}`)) return []
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    if (!isLiteralText(item)) return []
    if (!seen.has(item)) return seen.add(item) && []
    const args = { property: name, found: quoted(item) }
    return [templateIssue('TEMPLATE_LIST_ITEM_TWICE', [...path, index], args)]
  })
}

/** @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html | Tags of IAM}: keys are compared without case. */
function checkTags({ name, path }: RuledValue, items: readonly unknown[]): Issue[] {
  if (name !== 'Tags') return []
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const key: unknown = isMap(item) ? item.Key : undefined
    if (!isLiteralText(key)) return []
    if (!seen.has(key.toLowerCase())) return seen.add(key.toLowerCase()) && []
    const args = { property: 'Tags', found: `the key ${quoted(key)}` }
    return [templateIssue('TEMPLATE_LIST_ITEM_TWICE', [...path, index, 'Key'], args)]
  })
}

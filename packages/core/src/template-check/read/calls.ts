import type { IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type Call, functionName, isFunctionKey } from './call.js'

/** A function and where it stands. */
export interface LocatedCall extends Call {
  /** Of the function's argument; the last step is the function's key. */
  readonly path: IssuePath
  /** The keys beside it in its map: there should be none. */
  readonly siblings: readonly string[]
  readonly section: string
  /** The entry of the section that it stands in: a resource's logical id, a condition's name. */
  readonly owner: string
  /** True inside Fn::If. */
  readonly isConditional: boolean
  /** Variables of the loops around it. */
  readonly loopVariables: readonly string[]
}

interface Scope {
  readonly section: string
  readonly owner: string
  readonly isConditional: boolean
  readonly loopVariables: readonly string[]
  /** True where `Condition` is a function: in conditions. */
  readonly isCondition: boolean
}

/** Sections in which functions mean nothing. */
const sectionsWithoutCalls = new Set(['Metadata', 'Parameters', 'Description', 'AWSTemplateFormatVersion'])

/** Finds every function of a template, wrong ones too. */
export function locateCalls(top: Readonly<Record<string, unknown>>): LocatedCall[] {
  const found: LocatedCall[] = []
  for (const section of Object.keys(top)) {
    if (sectionsWithoutCalls.has(section)) continue
    const start = { section, owner: '', isConditional: false, loopVariables: [] }
    walk(top[section], [section], { ...start, isCondition: section === 'Conditions' }, found)
  }
  return found
}

function walk(value: unknown, path: IssuePath, scope: Scope, found: LocatedCall[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], scope, found)
  } else if (isMap(value)) {
    const keys = Object.keys(value)
    for (const key of keys) {
      const below = path.length === 1 ? { ...scope, owner: key } : scope
      walkEntry(key, keys, value[key], { path: [...path, key], scope: below }, found)
    }
  }
}

interface Place {
  readonly path: IssuePath
  readonly scope: Scope
}

function walkEntry(
  key: string,
  keys: readonly string[],
  value: unknown,
  { path, scope }: Place,
  found: LocatedCall[],
): void {
  if (!isFunctionKey(key) && !isConditionCall(key, keys, value, scope)) {
    walk(value, path, scope, found)
    return
  }
  const { section, owner, isConditional, loopVariables } = scope
  const siblings = keys.filter((other) => other !== key)
  const name = functionName(key)
  found.push({ name, argument: value, path, siblings, section, owner, isConditional, loopVariables })
  walk(value, path, scopeBelow(name, value, scope), found)
}

function isConditionCall(key: string, keys: readonly string[], value: unknown, scope: Scope): boolean {
  return key === 'Condition' && keys.length === 1 && scope.isCondition && typeof value === 'string'
}

const conditionContexts = new Set(['Fn::And', 'Fn::Or', 'Fn::Not', 'Fn::Equals'])

function scopeBelow(name: string, argument: unknown, scope: Scope): Scope {
  if (conditionContexts.has(name)) return { ...scope, isCondition: true }
  if (name === 'Fn::If') return { ...scope, isConditional: true }
  if (name !== 'Fn::ForEach' || !Array.isArray(argument)) return scope
  const variables = [argument[0]].flat().filter((variable) => typeof variable === 'string')
  return { ...scope, loopVariables: [...scope.loopVariables, ...variables] }
}

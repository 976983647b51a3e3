import { isMap } from '@sec/common/iam'
import { type Call, callOf } from '../read/call.js'
import type { TemplateView } from '../read/template-view.js'
import { isListType } from '../structure/parameter-types.js'

/** What a property's type wants, at its outermost. */
export type Wanted = 'list' | 'map' | 'scalar' | 'document'

export function wantedBy(type: string): Wanted {
  if (type.endsWith('[]')) return 'list'
  if (type.includes('json')) return 'document'
  return ['string', 'integer', 'number', 'boolean'].includes(type) ? 'scalar' : 'map'
}

const textFunctions = new Set([
  ...['Fn::Sub', 'Fn::Join', 'Fn::Base64', 'Fn::ImportValue', 'Fn::ToJsonString', 'Fn::Length'],
])
const listFunctions = new Set(['Fn::Split', 'Fn::GetAZs', 'Fn::Cidr'])

/** What a function certainly gives; undefined when it may be anything. */
export function givenBy(call: Call, view: TemplateView): 'text' | 'list' | undefined {
  if (textFunctions.has(call.name)) return 'text'
  if (listFunctions.has(call.name)) return 'list'
  return call.name === 'Ref' && typeof call.argument === 'string'
    ? givenByRef(call.argument, view)
    : undefined
}

function givenByRef(name: string, { sections }: TemplateView): 'text' | 'list' | undefined {
  if (name === 'AWS::NotificationARNs') return 'list'
  const parameter = sections.Parameters.get(name)
  if (isMap(parameter) && typeof parameter.Type === 'string')
    return isListType(parameter.Type) ? 'list' : 'text'
  return sections.Resources.has(name) ? 'text' : undefined
}

/** How a message calls a function and what it gives. */
export function describeCall(call: Call, given: 'text' | 'list'): string {
  const name = call.name === 'Ref' ? `Ref of ${String(call.argument)}` : call.name
  return `${name} (a ${given})`
}

/** What was expected instead of a value, or undefined when it fits. */
export function typeFault(value: unknown, type: string, view: TemplateView): string | undefined {
  const wanted = wantedBy(type)
  const call = callOf(value)
  if (call) return callFault(call, wanted, view)
  switch (wanted) {
    case 'list':
      return Array.isArray(value) ? undefined : 'a list'
    case 'map':
      return isMap(value) ? undefined : 'a map'
    case 'document':
      return isMap(value) || typeof value === 'string' ? undefined : 'a policy document'
    case 'scalar':
      return scalarFault(value, type)
  }
}

function callFault(call: Call, wanted: Wanted, view: TemplateView): string | undefined {
  const given = givenBy(call, view)
  if (given === 'text' && wanted === 'list') return 'a list'
  if (given === 'text' && wanted === 'map') return 'a map'
  if (given === 'list' && wanted === 'scalar') return 'a single value'
  return undefined
}

/** CloudFormation makes texts of numbers and booleans, and the other way round; its YAML reads `yes` as true. */
function scalarFault(value: unknown, type: string): string | undefined {
  if (typeof value === 'object') return type === 'string' ? 'a text' : `a value of type ${type}`
  const text = String(value)
  if (type === 'integer') return /^[+-]?\d+$/.test(text) ? undefined : 'an integer'
  if (type === 'number') return Number.isFinite(Number(text)) ? undefined : 'a number'
  if (type === 'boolean') return /^(true|false|yes|no|on|off)$/i.test(text) ? undefined : 'true or false'
  return undefined
}

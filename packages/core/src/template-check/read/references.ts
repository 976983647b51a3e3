import type { IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import type { LocatedCall } from './calls.js'
import { subVariables } from './sub-text.js'

/** What refers to a name of the template. */
type ReferenceKind = 'Ref' | 'Fn::GetAtt' | 'Fn::Sub' | 'DependsOn'

/** A name of a parameter, resource or pseudo parameter, where it is used. */
export interface Reference {
  readonly by: ReferenceKind
  readonly target: string
  /** Of Fn::GetAtt, and of `${Target.Attribute}`; undefined when it is itself computed, or there is none. */
  readonly attribute: string | undefined
  /** True when an attribute of a resource is meant, known or not. */
  readonly wantsResource: boolean
  /** False for `Ref` beside other keys, which may be data of another kind. */
  readonly isCertain: boolean
  readonly path: IssuePath
  readonly section: string
  readonly owner: string
  readonly isConditional: boolean
  readonly loopVariables: readonly string[]
}

type Target = Pick<Reference, 'by' | 'target' | 'attribute' | 'wantsResource' | 'path'>

/** Reads what the functions of a template, and DependsOn, refer to; malformed ones refer to nothing. */
export function readReferences(
  calls: readonly LocatedCall[],
  resources: ReadonlyMap<string, unknown>,
): Reference[] {
  const fromCalls = calls.flatMap((call) =>
    targetsOf(call).map((target) => ({ ...scopeOf(call), ...target })),
  )
  const fromDependsOn = [...resources].flatMap(([id, resource]) => dependencies(id, resource))
  return [...fromCalls, ...fromDependsOn]
}

function scopeOf({ name, siblings, section, owner, isConditional, loopVariables }: LocatedCall) {
  const isCertain = name !== 'Ref' || siblings.length === 0
  return { isCertain, section, owner, isConditional, loopVariables }
}

function targetsOf(call: LocatedCall): Target[] {
  switch (call.name) {
    case 'Ref':
      return typeof call.argument === 'string' ? [plainTarget('Ref', call.argument, call.path)] : []
    case 'Fn::GetAtt':
      return attributeTarget(call)
    case 'Fn::Sub':
      return subTargets(call)
    case 'Fn::ValueOf':
      return Array.isArray(call.argument) && typeof call.argument[0] === 'string'
        ? [{ ...plainTarget('Ref', call.argument[0], [...call.path, 0]) }]
        : []
    default:
      return []
  }
}

function plainTarget(by: ReferenceKind, target: string, path: IssuePath): Target {
  return { by, target, attribute: undefined, wantsResource: false, path }
}

function attributeTarget({ argument, path }: LocatedCall): Target[] {
  const parts = typeof argument === 'string' ? splitOnce(argument) : argument
  if (!Array.isArray(parts) || parts.length < 2 || typeof parts[0] !== 'string') return []
  const attribute = typeof parts[1] === 'string' ? parts[1] : undefined
  const place = Array.isArray(argument) ? [...path, 0] : path
  return [{ by: 'Fn::GetAtt', target: parts[0], attribute, wantsResource: true, path: place }]
}

function splitOnce(text: string): string[] {
  const dot = text.indexOf('.')
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)]
}

function subTargets({ argument, path }: LocatedCall): Target[] {
  const [text, variables] = Array.isArray(argument) ? argument : [argument]
  if (typeof text !== 'string') return []
  const own = isMap(variables) ? variables : {}
  const place = Array.isArray(argument) ? [...path, 0] : path
  return subVariables(text)
    .filter(({ name, isValid }) => isValid && !Object.hasOwn(own, name))
    .map(({ name }) => subTarget(name, place))
}

function subTarget(name: string, path: IssuePath): Target {
  const [target = '', attribute] = splitOnce(name)
  return { by: 'Fn::Sub', target, attribute, wantsResource: attribute !== undefined, path }
}

function dependencies(id: string, resource: unknown): Reference[] {
  if (!isMap(resource)) return []
  const { DependsOn: value } = resource
  const path: IssuePath = ['Resources', id, 'DependsOn']
  const items = Array.isArray(value) ? value.map((item, index) => [item, [...path, index]]) : [[value, path]]
  return items
    .filter(([target]) => typeof target === 'string')
    .map(([target, place]) => ({
      ...plainTarget('DependsOn', target as string, place as IssuePath),
      wantsResource: true,
      ...{ isCertain: true, section: 'Resources', owner: id, isConditional: false, loopVariables: [] },
    }))
}

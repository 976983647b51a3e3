import type { Resource, Template } from '../generate/template.js'
import { evaluateText, type Lookup } from './evaluate-text.js'
import { type NamedType, namedTypes } from './named-types.js'
import { pseudoValues, type StackPlace } from './place.js'

/** What a group, role or managed policy is called. */
export interface Identity {
  readonly name: string
  /** `/` where none is set. */
  readonly path: string
  readonly arn: string
}

export interface Identities extends Lookup {
  /** @returns Undefined for another type, and where nobody but CloudFormation knows the name. */
  readonly of: (logicalId: string) => Identity | undefined
}

/** Finds names and ARNs of a template's resources, each when it is asked for: names may refer to names. */
export function identitiesOf(template: Template, place: StackPlace): Identities {
  const pseudo = pseudoValues(place)
  const known = new Map<string, Identity | undefined>()
  const typeOf = (id: string) => namedTypes.get(resourceOf(template, id)?.Type ?? '')
  const of = (id: string): Identity | undefined => {
    if (known.has(id)) return known.get(id)
    // A name that refers to itself finds nothing.
    known.set(id, undefined)
    const [type, resource] = [typeOf(id), resourceOf(template, id)]
    if (type && resource) known.set(id, identify({ id, type, resource, place, lookup }))
    return known.get(id)
  }
  const lookup: Lookup = {
    ref: (name) => pseudo.get(name) ?? of(name)?.[typeOf(name)?.ref ?? 'name'],
    attribute: (id, attribute) => (typeOf(id)?.arnAttribute === attribute ? of(id)?.arn : undefined),
  }
  return { of, ...lookup }
}

interface Question {
  readonly id: string
  readonly type: NamedType
  readonly resource: Resource
  readonly place: StackPlace
  readonly lookup: Lookup
}

function identify({ id, type, resource, place, lookup }: Question): Identity | undefined {
  const { [type.nameProperty]: nameValue, Path: pathValue } = resource.Properties
  const physicalId = ownValue(place.physicalIds ?? {}, id)
  const name = nameValue === undefined ? lastPart(physicalId) : evaluateText(nameValue, lookup)
  const path = pathValue === undefined ? '/' : evaluateText(pathValue, lookup)
  if (name === undefined || path === undefined) return undefined
  return { name, path, arn: `arn:${place.partition}:iam::${place.accountId}:${type.arnType}${path}${name}` }
}

/** The physical id of a policy is its ARN, that of a group or role its name. */
function lastPart(physicalId: string | undefined): string | undefined {
  return physicalId?.slice(physicalId.lastIndexOf('/') + 1)
}

function resourceOf({ Resources }: Template, logicalId: string): Resource | undefined {
  return ownValue(Resources, logicalId)
}

function ownValue<Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

import type { IssuePath } from '@sec/common'
import type { Resource, Template } from '../generate/template.js'
import { type Identities, type Identity, identitiesOf } from './identities.js'
import type { StackPlace } from './place.js'
import { resolveMap } from './resolve-value.js'

/** What could not be read out of a template. */
export interface Unresolved {
  readonly logicalId: string
  /** Below the resource's `Properties`; empty for the whole resource. */
  readonly path: IssuePath
  /** A sentence without its full stop. */
  readonly reason: string
}

/** A resource with the functions in its properties evaluated. */
export interface ResolvedResource {
  readonly logicalId: string
  readonly type: string
  /** Of groups, roles and managed policies with a name that can be known. */
  readonly identity?: Identity
  readonly properties: Readonly<Record<string, unknown>>
}

export interface ResolvedTemplate {
  /** In the template's order. */
  readonly resources: readonly ResolvedResource[]
  readonly unresolved: readonly Unresolved[]
}

/** Evaluates the functions of every resource, as CloudFormation would at this place. */
export function resolveTemplate(template: Template, place: StackPlace): ResolvedTemplate {
  const identities = identitiesOf(template, place)
  const unresolved: Unresolved[] = []
  const resources = Object.entries(template.Resources).map(([logicalId, resource]) =>
    resolveResource(logicalId, resource, { identities, unresolved }),
  )
  return { resources, unresolved }
}

interface Work {
  readonly identities: Identities
  readonly unresolved: Unresolved[]
}

function resolveResource(logicalId: string, resource: Resource, work: Work): ResolvedResource {
  const identity = work.identities.of(logicalId)
  const report = (path: IssuePath, reason: string) => work.unresolved.push({ logicalId, path, reason })
  const resolving = { lookup: work.identities, report }
  return {
    logicalId,
    type: resource.Type,
    ...(identity && { identity }),
    properties: resolveMap(resource.Properties ?? {}, [], resolving),
  }
}

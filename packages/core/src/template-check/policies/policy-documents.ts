import type { IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type Branch, itemsOf } from '../read/branches.js'
import type { KnownResource } from '../resources/known-resources.js'
import type { PolicyKind } from './policy-place.js'

/** A policy document in a resource of IAM. */
export interface LocatedDocument {
  readonly kind: PolicyKind
  readonly value: unknown
  readonly path: IssuePath
  /** True when an Fn::If decides whether it is there. */
  readonly isConditional: boolean
}

/** The documents of a resource: its own, its trust policy, and those of its inline policies. */
export function documentsOf(resource: KnownResource): LocatedDocument[] {
  const { properties } = resource
  const path: IssuePath = ['Resources', resource.id, 'Properties']
  return [
    ...documentAt(properties.PolicyDocument, 'identity', [...path, 'PolicyDocument']),
    ...documentAt(properties.AssumeRolePolicyDocument, 'trust', [...path, 'AssumeRolePolicyDocument']),
    ...inlineDocuments(resource),
  ]
}

/** The documents that stand in a group, role or user itself. */
export function inlineDocuments({ id, properties }: KnownResource): LocatedDocument[] {
  return itemsOf(properties.Policies, ['Resources', id, 'Properties', 'Policies']).flatMap(inlineDocument)
}

function inlineDocument({ value, path, isConditional }: Branch): LocatedDocument[] {
  if (!isMap(value)) return []
  const documents = documentAt(value.PolicyDocument, 'identity', [...path, 'PolicyDocument'])
  return documents.map((document) => ({ ...document, isConditional }))
}

function documentAt(value: unknown, kind: PolicyKind, path: IssuePath): LocatedDocument[] {
  return value === undefined || value === null ? [] : [{ kind, value, path, isConditional: false }]
}

import type { IssueArgs } from '@sec/common'
import { namedTypes } from '../estate/named-types.js'
import type { StackPlace } from '../estate/place.js'
import type { Template } from '../generate/template.js'
import type { changeIssueKinds } from './change-issues.js'
import type { ResourceAttributes } from './compare-resources.js'
import { compareTemplates, nameOf } from './compare-templates.js'
import type { ResourceDifference } from './resource-difference.js'

/** An edit that CloudFormation will refuse; its words are in `changeIssueKinds`. */
export interface RefusedEdit {
  readonly code: keyof typeof changeIssueKinds
  readonly logicalId: string
  readonly args: IssueArgs
}

/**
 * Finds the edits that CloudFormation refuses, before anything is called: a logical id whose type changes, a
 * create-only property of a resource that keeps its name, a name that moves to another logical id or changes by case
 * alone. Groups, roles and policies have names of their own each: a role may be called as a group was.
 *
 * @param place - Where given, functions are evaluated first, as in {@link compareTemplates}.
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html | Troubleshooting CloudFormation}
 */
export function findRefusedEdits(
  before: Template,
  after: Template,
  place?: StackPlace,
): readonly RefusedEdit[] {
  const owners = ownersOf(before)
  return compareTemplates(before, after, place).flatMap((difference) => {
    const [old, fresh] = [resourceOf(before, difference.logicalId), resourceOf(after, difference.logicalId)]
    if (!fresh) return []
    if (old && old.Type !== fresh.Type) return [typeEdit(difference, old.Type)]
    return [...replacementEdit(difference, old, fresh), ...nameEdit(difference, old, fresh, owners)]
  })
}

function typeEdit({ logicalId, resourceType }: ResourceDifference, before: string): RefusedEdit {
  return { code: 'CHANGE_OF_TYPE', logicalId, args: { logicalId, before, after: resourceType } }
}

/** One edit for each property, so that all are known at once. */
function replacementEdit(
  { logicalId, replacedBy }: ResourceDifference,
  old: ResourceAttributes | undefined,
  fresh: ResourceAttributes,
): readonly RefusedEdit[] {
  const name = nameOf(fresh)
  if (!old || name === undefined || nameOf(old) !== name) return []
  return replacedBy.map((property) => ({
    code: 'CHANGE_NEEDS_NEW_NAME',
    logicalId,
    args: { logicalId, what: kindOf(fresh), name, property },
  }))
}

function nameEdit(
  { logicalId }: ResourceDifference,
  old: ResourceAttributes | undefined,
  fresh: ResourceAttributes,
  owners: ReadonlyMap<string, string>,
): readonly RefusedEdit[] {
  const name = nameOf(fresh)
  const before = old && nameOf(old)
  const owner = owners.get(nameKey(fresh) ?? '')
  if (name === undefined || name === before || owner === undefined) return []
  const args = { logicalId, what: kindOf(fresh), name }
  if (owner === logicalId)
    return [{ code: 'CHANGE_OF_CASE', logicalId, args: { ...args, before: before ?? '' } }]
  return [{ code: 'CHANGE_MOVES_NAME', logicalId, args: { ...args, owner } }]
}

/** Kind and name of every deployed resource, to its logical id. */
function ownersOf({ Resources }: Template): ReadonlyMap<string, string> {
  const owners = Object.entries(Resources).map(([logicalId, resource]) => {
    const key = nameKey(resource as unknown as ResourceAttributes)
    return key === undefined ? [] : [[key, logicalId] as const]
  })
  return new Map(owners.flat())
}

function nameKey(resource: ResourceAttributes): string | undefined {
  const name = nameOf(resource)
  return name === undefined ? undefined : `${resource.Type} ${name.toLowerCase()}`
}

function kindOf({ Type }: ResourceAttributes): string {
  return namedTypes.get(Type)?.arnType ?? Type
}

function resourceOf({ Resources }: Template, logicalId: string): ResourceAttributes | undefined {
  return Object.hasOwn(Resources, logicalId)
    ? (Resources[logicalId] as unknown as ResourceAttributes)
    : undefined
}

import type { ChangeSetDetail } from './change-set-change.js'
import type { PropertyChange } from './resource-difference.js'
import type { ShownProperty } from './shown-change.js'

/**
 * What a change set and the templates tell of one resource's values. A detail of the change set stands for the
 * differences of the templates below the same property; those that no detail covers follow.
 */
export function mergeDetails(
  details: readonly ChangeSetDetail[],
  changes: readonly PropertyChange[],
): readonly ShownProperty[] {
  const merged = factsFirst(details).map((detail) => {
    const covered = changes.filter((change) => keyOfChange(change) === keyOfDetail(detail))
    return covered.length > 0 ? covered.map((change) => withDetail(change, detail, covered)) : [alone(detail)]
  })
  const keys = new Set(details.map(keyOfDetail))
  const rest = changes.filter((change) => !keys.has(keyOfChange(change)))
  return [...merged.flat(), ...rest.map((change) => ({ ...change, isPossible: false }))]
}

/** One detail for each property: a fact where there is one, else the first possibility. */
function factsFirst(details: readonly ChangeSetDetail[]): readonly ChangeSetDetail[] {
  const chosen = new Map<string, ChangeSetDetail>()
  for (const detail of details) {
    const key = keyOfDetail(detail)
    const earlier = chosen.get(key)
    if (!earlier || (isPossibility(earlier) && !isPossibility(detail))) chosen.set(key, detail)
  }
  return [...chosen.values()]
}

export function isPossibility({ evaluation }: ChangeSetDetail): boolean {
  return evaluation === 'Dynamic'
}

/** The API calls the tags of a resource an attribute; a template has them among the properties. */
function keyOfDetail({ attribute, name }: ChangeSetDetail): string {
  if (attribute === 'Tags') return 'Properties Tags'
  return attribute === 'Properties' ? `Properties ${name ?? ''}` : attribute
}

function keyOfChange({ attribute, path }: PropertyChange): string {
  return attribute === 'Properties' ? `Properties ${path[0]}` : attribute
}

function withDetail(
  change: PropertyChange,
  detail: ChangeSetDetail,
  covered: readonly PropertyChange[],
): ShownProperty {
  const isWhole = covered.length === 1 && change.path.length === 1 && !change.statements
  return {
    ...change,
    ...factsOf(detail),
    ...(isWhole && valuesOf(detail)),
    requiresRecreation: detail.requiresRecreation ?? change.requiresRecreation,
  }
}

function alone(detail: ChangeSetDetail): ShownProperty {
  return {
    attribute: detail.attribute,
    path: detail.name === undefined ? [] : [detail.name],
    ...factsOf(detail),
    ...valuesOf(detail),
    requiresRecreation: detail.requiresRecreation ?? 'Never',
  }
}

function factsOf(detail: ChangeSetDetail): Pick<ShownProperty, 'isPossible' | 'causedBy'> {
  const { causingEntity } = detail
  return { isPossible: isPossibility(detail), ...(causingEntity && { causedBy: causingEntity }) }
}

/** What stands for a value that will be known when the change is made. */
const unknownValue = '{{changeSet:KNOWN_AFTER_APPLY}}'

function valuesOf({ before, after }: ChangeSetDetail): Pick<ShownProperty, 'before' | 'after'> {
  return {
    ...(before !== undefined && before !== unknownValue && { before }),
    ...(after !== undefined && after !== unknownValue && { after }),
  }
}

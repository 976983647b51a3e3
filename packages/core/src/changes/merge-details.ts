import type { ChangeDetail } from '@sec/common'
import { textsOf, valueChanges } from './detail-values.js'
import type { PropertyChange } from './resource-difference.js'
import type { ShownProperty } from './shown-change.js'

/**
 * What a change set and the templates tell of one resource's values. A detail of the change set stands for the
 * differences of the templates below the same property; those that no detail covers follow. Where a property was
 * changed behind the stack, the change set alone knows what is there.
 */
export function mergeDetails(
  details: readonly ChangeDetail[],
  changes: readonly PropertyChange[],
): readonly ShownProperty[] {
  const merged = factsFirst(details).map((detail) => {
    const covered = isDrifted(detail)
      ? []
      : changes.filter((change) => keyOfChange(change) === keyOfDetail(detail))
    return covered.length > 0 ? covered.map((change) => withDetail(change, detail, covered)) : alone(detail)
  })
  const keys = new Set(details.map(keyOfDetail))
  const rest = changes.filter((change) => !keys.has(keyOfChange(change)))
  return [...merged.flat(), ...rest.map((change) => ({ ...change, isPossible: false }))]
}

/** One detail for each property, or for each place that drifted: a fact where there is one, else the first possibility. */
function factsFirst(details: readonly ChangeDetail[]): readonly ChangeDetail[] {
  const chosen = new Map<string, ChangeDetail>()
  for (const detail of details) {
    const key = isDrifted(detail) ? `${keyOfDetail(detail)} ${detail.path ?? ''}` : keyOfDetail(detail)
    const earlier = chosen.get(key)
    if (!earlier || (isPossibility(earlier) && !isPossibility(detail))) chosen.set(key, detail)
  }
  return [...chosen.values()]
}

export function isPossibility({ evaluation }: ChangeDetail): boolean {
  return evaluation === 'Dynamic'
}

function isDrifted({ actual }: ChangeDetail): boolean {
  return actual !== undefined
}

/** The API calls the tags of a resource an attribute; a template has them among the properties. */
function keyOfDetail({ attribute, name }: ChangeDetail): string {
  if (attribute === 'Tags') return 'Properties Tags'
  return attribute === 'Properties' ? `Properties ${name ?? ''}` : attribute
}

function keyOfChange({ attribute, path }: PropertyChange): string {
  return attribute === 'Properties' ? `Properties ${path[0]}` : attribute
}

function withDetail(
  change: PropertyChange,
  detail: ChangeDetail,
  covered: readonly PropertyChange[],
): ShownProperty {
  const isWhole = covered.length === 1 && change.path.length === 1 && !change.statements
  return {
    ...change,
    ...factsOf(detail),
    ...(isWhole && textsOf(detail)),
    requiresRecreation: detail.requiresRecreation ?? change.requiresRecreation,
  }
}

function alone(detail: ChangeDetail): readonly ShownProperty[] {
  return valueChanges(detail).map((change) => ({
    attribute: detail.attribute,
    ...change,
    ...factsOf(detail),
    requiresRecreation: detail.requiresRecreation ?? 'Never',
  }))
}

function factsOf(detail: ChangeDetail): Pick<ShownProperty, 'isPossible' | 'causedBy'> {
  const { causingEntity } = detail
  return { isPossible: isPossibility(detail), ...(causingEntity && { causedBy: causingEntity }) }
}

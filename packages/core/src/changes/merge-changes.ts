import type { ResourceChange } from '@sec/common'
import type { SectionDifference } from './compare-sections.js'
import { isPossibility, mergeDetails } from './merge-details.js'
import type { ResourceDifference } from './resource-difference.js'
import type { ShownChange, ShownChanges } from './shown-change.js'

/**
 * Puts a change set together with what the templates tell: values that the API does not give, and reasons.
 *
 * @param changeSet - Of every page; empty where CloudFormation finds no change.
 * @param differences - What `compareTemplates` found between the deployed and the new template.
 * @param sections - What `compareSections` found between them.
 */
export function mergeChanges(
  changeSet: readonly ResourceChange[],
  differences: readonly ResourceDifference[],
  sections: readonly SectionDifference[] = [],
): ShownChanges {
  const byId = new Map(differences.map((difference) => [difference.logicalId, difference]))
  const touched = new Set(changeSet.map(({ logicalId }) => logicalId))
  const note = noteForAll(changeSet, sections)
  return {
    resources: changeSet.map((change) => merge(change, byId.get(change.logicalId))),
    beside: differences.filter(({ logicalId }) => !touched.has(logicalId)),
    sections,
    ...(note !== undefined && { note }),
  }
}

function merge(change: ResourceChange, difference: ResourceDifference | undefined): ShownChange {
  const { action, logicalId, physicalId, resourceType, replacement, driftStatus, details } = change
  const isPossible = isPossibleChange(change)
  const replacedBy = replacingProperties(change, difference)
  const note = noteFor(change, isPossible, replacedBy)
  return {
    action,
    logicalId,
    ...(physicalId !== undefined && { physicalId }),
    resourceType,
    ...(difference?.name !== undefined && { name: difference.name }),
    ...(replacement !== undefined && { replacement }),
    replacedBy,
    properties: mergeDetails(details, difference?.properties ?? []),
    ...(driftStatus !== undefined && { driftStatus }),
    isPossible,
    ...(note !== undefined && { note }),
  }
}

function isPossibleChange({ action, details }: ResourceChange): boolean {
  return action === 'Dynamic' || (details.length > 0 && details.every(isPossibility))
}

/** Why a resource is replaced, or may be: by the change set, or else by what the type's properties do. */
function replacingProperties(
  { details, replacement }: ResourceChange,
  difference: ResourceDifference | undefined,
): readonly string[] {
  if (replacement !== 'True' && replacement !== 'Conditional') return []
  const wanted = replacement === 'True' ? ['Always'] : ['Always', 'Conditionally']
  const found = details.filter(({ requiresRecreation = '' }) => wanted.includes(requiresRecreation))
  const names = found.map(({ attribute, name }) => name ?? attribute)
  return [...new Set(names.length > 0 ? names : (difference?.replacedBy ?? []))]
}

function noteFor(
  { replacement, details }: ResourceChange,
  isPossible: boolean,
  replacedBy: readonly string[],
): string | undefined {
  const causes = [
    ...new Set(details.filter(isPossibility).flatMap(({ causingEntity }) => causingEntity ?? [])),
  ]
  const cause = causes.length > 0 ? `, depending on ${causes.join(', ')}` : ''
  if (isPossible) return `possible${cause}: CloudFormation knows when it is at work`
  if (replacement !== 'Conditional') return undefined
  const reason = replacedBy.length > 0 ? ` because of ${replacedBy.join(', ')}` : ''
  return `replacement is possible${reason}${cause}: CloudFormation knows when it is at work`
}

function noteForAll(
  changeSet: readonly ResourceChange[],
  sections: readonly SectionDifference[],
): string | undefined {
  if (changeSet.length > 0 || sections.length === 0) return undefined
  const names = [...new Set(sections.map(({ section }) => section))].sort()
  return `no resource changes, only the template's ${names.join(', ')}`
}

import { counted } from '@sec/common'
import type { ShownChange } from '@sec/core'
import type { Changes } from '../aws/changes.js'
import { accessText } from './access-text.js'
import { propertyLines } from './property-text.js'
import { section } from './section.js'

const signs: Readonly<Record<string, string>> = { Add: '+', Remove: '-', Modify: '~', SyncWithActual: '~' }

/** Every change in lines for people: resources and properties first, then access. */
export function changesText({ resources, beside, sections, note, access }: Changes): string[] {
  return [
    ...section('Resources', resources.flatMap(resourceLines)),
    ...section(
      'Beside the change set',
      beside.map(({ action, logicalId, resourceType }) => `${signs[action]} ${resourceType} ${logicalId}`),
    ),
    ...section('Outputs and description', sections.filter(isWorthALine).map(sectionLine)),
    ...section('Access', accessText(access)),
    ...(note === undefined ? [] : [note]),
  ]
}

/** `2 added, 1 changed, 1 removed; access grows for 2 principals`. */
export function summarizeChanges({ resources, access }: Changes): string {
  const count = (action: string) => resources.filter((change) => change.action === action).length
  const changed = resources.length - count('Add') - count('Remove')
  const counts = { added: count('Add'), changed, removed: count('Remove') }
  const parts = Object.entries(counts).flatMap(([word, number]) => (number > 0 ? [`${number} ${word}`] : []))
  const growing = access.filter(({ grows }) => grows).length
  const head = parts.length > 0 ? parts.join(', ') : 'no resource changes'
  return growing > 0
    ? `${head}; access grows for ${counted(growing, 'group or role', 'groups and roles')}`
    : head
}

function resourceLines(change: ShownChange): string[] {
  const { action, logicalId, resourceType, properties, note, isPossible } = change
  const name = change.name ?? change.physicalId
  const shown = name === undefined ? logicalId : `${logicalId} (${name})`
  return [
    `${signs[action] ?? '?'} ${resourceType} ${shown}${behindWords(change)}${replacementWords(change)}${isPossible ? ', possibly' : ''}`,
    // What a resource holds that comes or goes is told by the access that it gives.
    ...(action === 'Add' || action === 'Remove'
      ? []
      : properties.flatMap(propertyLines).map((line) => `    ${line}`)),
    ...(note === undefined ? [] : [`    ${note}`]),
  ]
}

const behind: Readonly<Record<string, string>> = {
  MODIFIED: ', changed behind the stack',
  DELETED: ', deleted behind the stack',
  UNKNOWN: ', CloudFormation could not look at what is there',
  UNSUPPORTED: ', CloudFormation cannot look at what is there',
}

/** What happened behind the stack, where CloudFormation was asked to bring it back. */
function behindWords({ driftStatus = '' }: ShownChange): string {
  return behind[driftStatus] ?? ''
}

function replacementWords({ replacement, replacedBy }: ShownChange): string {
  if (replacement !== 'True' && replacement !== 'Conditional') return ''
  const word = replacement === 'True' ? 'replaced' : 'possibly replaced'
  return replacedBy.length === 0
    ? `, ${word}`
    : `, ${word}, because ${replacedBy.join(' and ')} cannot change in place`
}

/** Outputs follow the resources; their descriptions say nothing that is not said already. */
function isWorthALine({ section: name, path }: Changes['sections'][number]): boolean {
  return name !== 'Outputs' || path.at(-1) !== 'Description'
}

function sectionLine({ section: name, path, before, after }: Changes['sections'][number]): string {
  const at = [name, ...path].join('.')
  if (before === undefined) return `+ ${at}`
  return after === undefined ? `- ${at}` : `~ ${at}`
}

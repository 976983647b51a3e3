import { type AccessChange, type PolicyStatement, statementWords } from '@sec/core'

/** What groups and roles gain and lose. A policy that several of them share is written out with the first. */
export function accessText(changes: readonly AccessChange[]): string[] {
  const told = new Map<string, string>()
  return changes.flatMap((change) => accessLines(change, told))
}

/** One group or role: statements under the policies that hold them. */
function accessLines(change: AccessChange, told: Map<string, string>): string[] {
  const { kind, name, policiesGained, policiesLost, trustGained, trustLost } = change
  return [
    `${kind} ${name} ${verbOf(change)}`,
    ...[
      ...policiesGained.map((arn) => `+ everything in ${arn}`),
      ...policiesLost.map((arn) => `- everything in ${arn}`),
      ...statementLines('+', change.gained, change.lost, told, name),
      ...statementLines('-', change.lost, change.gained, told, name),
      ...trustGained.map((statement) => `+ trust: ${statementWords(statement, trustLost)}`),
      ...trustLost.map((statement) => `- trust: ${statementWords(statement, trustGained)}`),
      ...limitLines(change),
    ].map((line) => `  ${line}`),
  ]
}

function verbOf({ change, grows }: AccessChange): string {
  if (change === 'new') return 'is new'
  if (change === 'removed') return 'goes'
  return grows ? 'gains access' : 'changes, and gains no access'
}

function statementLines(
  sign: string,
  here: readonly PolicyStatement[],
  there: readonly PolicyStatement[],
  told: Map<string, string>,
  name: string,
): string[] {
  const others = there.map(({ statement }) => statement)
  return [...new Set(here.map(({ policyName }) => policyName))].flatMap((policy) => {
    const lines = here
      .filter(({ policyName }) => policyName === policy)
      .map(({ statement }) => `  ${sign} ${statementWords(statement, others)}`)
    const key = [policy, ...lines].join('\n')
    const first = told.get(key)
    told.set(key, first ?? name)
    return first === undefined ? [`by ${policy}:`, ...lines] : [`by ${policy}: ${sign} the same as ${first}`]
  })
}

function limitLines({ permissionsBoundary, maxSessionSeconds }: AccessChange): string[] {
  return [
    ...(permissionsBoundary
      ? [
          `permissions boundary: ${permissionsBoundary.before ?? 'none'} -> ${permissionsBoundary.after ?? 'none'}`,
        ]
      : []),
    ...(maxSessionSeconds
      ? [`longest session: ${maxSessionSeconds.before ?? '-'} -> ${maxSessionSeconds.after ?? '-'} seconds`]
      : []),
  ]
}

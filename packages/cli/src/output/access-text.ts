import { type AccessChange, type PolicyStatement, statementWords } from '@sec/core'

/** What one group or role gains and loses, in lines: statements under the policies that hold them. */
export function accessLines(change: AccessChange): string[] {
  const { kind, name, policiesGained, policiesLost, trustGained, trustLost } = change
  return [
    `${kind} ${name} ${verbOf(change)}`,
    ...[
      ...policiesGained.map((arn) => `+ everything in ${arn}`),
      ...policiesLost.map((arn) => `- everything in ${arn}`),
      ...statementLines('+', change.gained, change.lost),
      ...statementLines('-', change.lost, change.gained),
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
): string[] {
  const others = there.map(({ statement }) => statement)
  return [...new Set(here.map(({ policyName }) => policyName))].flatMap((policy) => [
    `by ${policy}:`,
    ...here
      .filter(({ policyName }) => policyName === policy)
      .map(({ statement }) => `  ${sign} ${statementWords(statement, others)}`),
  ])
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

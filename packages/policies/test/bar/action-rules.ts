import type { WrittenStatement } from '@sec/common/iam'
import { covers } from './arn-pattern.js'
import type { Catalogue } from './catalogue.js'
import { isExcepted } from './exceptions.js'
import { forbiddenActions } from './forbidden-actions.js'
import { actionsOf, eachStatement, hasTest, knownActionsOf, type Rule } from './statements.js'

const isPattern = (action: string) => /[*?]/.test(action)

/** Each action exists, spelled exactly so. */
export const actionsExist: Rule = eachStatement((statement, catalogue) =>
  actionsOf(statement).filter((action) => !isPattern(action) && !catalogue.has(action)),
)

/** A wildcard in an action covers only List and Read, at least one action, and the reason says so. */
export const wildcardsOnlyRead: Rule = eachStatement((statement, catalogue) =>
  actionsOf(statement)
    .filter(isPattern)
    .filter((action) => !isReadPattern(action, catalogue) || !/wildcard|\*/.test(statement.reason ?? '')),
)

function isReadPattern(pattern: string, catalogue: Catalogue): boolean {
  const covered = [...catalogue.values()].filter(({ name }) => covers(pattern, name))
  const isRead = (level: string) => level === 'List' || level === 'Read'
  return covered.length > 0 && covered.every(({ levels }) => levels.every(isRead))
}

/** No action widens access, of anybody to anything; kms:CreateGrant only for resources of AWS services. */
export const nothingForbidden: Rule = eachStatement((statement, catalogue) => {
  if (statement.Effect === 'Deny') return []
  const managing = knownActionsOf(statement, catalogue)
    .filter(({ levels }) => levels.includes('Permissions management'))
    .map(({ name }) => name)
  const listed = actionsOf(statement).filter((action) =>
    forbiddenActions.some((forbidden) => covers(forbidden, action) || covers(action, forbidden)),
  )
  return [...new Set([...managing, ...listed])].filter(
    (action) => !isAllowedGrant(action, statement) && !isExcepted('forbiddenExceptions', action),
  )
})

function isAllowedGrant(action: string, statement: WrittenStatement): boolean {
  return action === 'kms:CreateGrant' && hasTest(statement, 'Bool', 'kms:GrantIsForAWSResource', 'true')
}

/** Actions stand in the order of the alphabet, each once. */
export const actionsSorted: Rule = eachStatement((statement) => {
  const actions = actionsOf(statement)
  return actions.filter((action, index) => index > 0 && (actions[index - 1] ?? '') >= action)
})

/** Statements say what they allow: NotAction and NotResource would grow with AWS. */
export const nothingNegated: Rule = eachStatement((statement) =>
  (['NotAction', 'NotResource'] as const).filter((key) => statement[key] !== undefined),
)

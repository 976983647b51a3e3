import { type ConditionTest, type StatementView, viewStatement } from '../documents/statement-view.js'

/** More of one list would hide the rest of the statement. */
const shownItems = 4

/**
 * A statement in one line: `Allow s3:GetObject on arn:aws:s3:::bucket/* when Bool aws:SecureTransport is true`.
 *
 * @param others - Statements that it is shown beside: of long lists, what none of them holds is shown first.
 */
export function statementWords(written: unknown, others: readonly unknown[] = []): string {
  const view = viewStatement(written)
  if (view === undefined) return JSON.stringify(written) ?? 'nothing'
  const list = listWith(new Set(others.flatMap(itemsOf)))
  return [
    view.effect,
    actionWords(view, list),
    resourceWords(view, list),
    principalWords(view, list),
    conditionWords(view.tests, list),
  ]
    .filter((words) => words !== '')
    .join(' ')
}

type List = (items: readonly string[], separator?: string) => string

function listWith(known: ReadonlySet<string>): List {
  return (items, separator = ', ') => {
    const ordered = [...items.filter((item) => !known.has(item)), ...items.filter((item) => known.has(item))]
    const rest = items.length - shownItems
    const shown = ordered.slice(0, shownItems).join(separator)
    return rest > 0 ? `${shown} and ${rest} more` : shown
  }
}

function itemsOf(written: unknown): readonly string[] {
  const view = viewStatement(written)
  if (view === undefined) return []
  const { actions, notActions, resources, notResources, principals, notPrincipals, tests } = view
  return [
    ...[actions, notActions, resources, notResources].flatMap((items) => items ?? []),
    ...[principals, notPrincipals].flatMap((items) => items ?? []).map(principalName),
    ...tests.flatMap(({ values }) => values),
  ]
}

function actionWords({ actions, notActions }: StatementView, list: List): string {
  return actions ? list(actions) : notActions ? `everything but ${list(notActions)}` : 'nothing'
}

function resourceWords({ resources, notResources }: StatementView, list: List): string {
  if (resources) return `on ${list(resources)}`
  return notResources ? `on everything but ${list(notResources)}` : ''
}

function principalWords({ principals, notPrincipals }: StatementView, list: List): string {
  if (principals) return `to ${list(principals.map(principalName))}`
  return notPrincipals ? `to everybody but ${list(notPrincipals.map(principalName))}` : ''
}

/** Without the type, which its form tells. */
function principalName(principal: string): string {
  return principal.slice(principal.indexOf(':') + 1)
}

function conditionWords(tests: readonly ConditionTest[], list: List): string {
  if (tests.length === 0) return ''
  const words = tests.map(
    ({ operator, key, values }) =>
      `${operator} ${key} is ${values.length === 0 ? 'nothing' : list(values, ' or ')}`,
  )
  return `when ${words.join(' and ')}`
}

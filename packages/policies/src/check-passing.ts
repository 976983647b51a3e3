import type { Issue } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { templateIssue } from './template-issues.js'

/** No template lets anybody pass a role: `passable_by` of a config does, on exact roles and to their services. */
export function checkPassing(statements: unknown): Issue[] {
  if (!Array.isArray(statements)) return []
  return statements.flatMap((statement, index) => {
    if (!isMap(statement) || statement.Effect !== 'Allow') return []
    const { Action } = statement
    const path = ['statements', index, 'Action']
    if (!Array.isArray(Action)) return passes(Action) ? [issueAt(path, Action)] : []
    return Action.flatMap((action, position) =>
      passes(action) ? [issueAt([...path, position], action)] : [],
    )
  })
}

function issueAt(path: readonly (string | number)[], action: unknown): Issue {
  return templateIssue('TEMPLATE_PASSES_ROLE', path, { action: String(action) })
}

/** True for `iam:PassRole` in any case, and for what covers it by wildcards. */
function passes(action: unknown): boolean {
  if (typeof action !== 'string') return false
  const pattern = action
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${pattern}$`, 'i').test('iam:PassRole')
}

import type { WrittenStatement } from '@sec/common/iam'
import type { PolicyTemplate } from '../../src/index.js'
import { canMatch, covers, patternOfTemplate } from './arn-pattern.js'
import { actionsOf, resourcesOf, testsOf } from './statements.js'

/**
 * Levels that grow: each allows all that the one before it allows. `prod`, `invoke` and `ci` are of another kind,
 * and so start chains of their own, or none.
 */
export const levelChains: readonly (readonly [string, ...string[]])[] = [
  ['s3', 'level1', 'level2', 'level3', 'level4'],
  ['ecr', 'level1', 'level2', 'level3', 'level4'],
  ['sagemaker', 'level1', 'level2', 'level3'],
  ['sagemaker', 'level1-prod', 'level1-invoke'],
  ['pipeline', 'level1', 'level2', 'level4'],
  ['pipeline', 'level1', 'level3', 'level4'],
  ['lambda', 'level1', 'level2', 'level3'],
  ['bedrock', 'level1', 'level2', 'level3'],
  ['kms', 'level1', 'level2'],
]

/** One thing that a statement says: an action on a resource under its conditions. */
interface Access {
  readonly action: string
  readonly resource: string
  readonly statement: WrittenStatement
}

function accessOf(template: PolicyTemplate, effect: 'Allow' | 'Deny'): Access[] {
  return template.statements
    .filter(({ Effect }) => Effect === effect)
    .flatMap((statement) =>
      actionsOf(statement).flatMap((action) =>
        resourcesOf(statement).map((resource) => ({ action, resource, statement })),
      ),
    )
}

/** What `lower` allows and `upper` does not. */
export function lostAccess(lower: PolicyTemplate, upper: PolicyTemplate): string[] {
  const allowed = accessOf(upper, 'Allow')
  const denied = accessOf(upper, 'Deny')
  const deniedBefore = accessOf(lower, 'Deny')
  const isNew = (deny: Access) => !deniedBefore.some((before) => isWider(before, deny))
  return accessOf(lower, 'Allow')
    .filter(
      (access) =>
        !allowed.some((wider) => isWider(wider, access)) ||
        denied.some((deny) => isNew(deny) && touches(deny, access)),
    )
    .map(({ action, resource, statement }) => `${statement.Sid}: ${action} on ${resource}`)
}

function isWider(wide: Access, narrow: Access): boolean {
  return (
    covers(wide.action, narrow.action) &&
    covers(wide.resource, narrow.resource) &&
    holdsLess(wide.statement, narrow.statement)
  )
}

/** Every test of the wide one is in the narrow one, with no more values. */
function holdsLess(wide: WrittenStatement, narrow: WrittenStatement): boolean {
  const tests = testsOf(narrow)
  return testsOf(wide).every(({ operator, key, values }) =>
    tests.some(
      (test) =>
        test.operator === operator && test.key === key && test.values.every((v) => values.includes(v)),
    ),
  )
}

function touches(deny: Access, access: Access): boolean {
  return (
    covers(deny.action, access.action) &&
    canMatch(patternOfTemplate(deny.resource), patternOfTemplate(access.resource))
  )
}

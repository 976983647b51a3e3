import type { WrittenStatement } from '@sec/common/iam'
import type { PolicyTemplate } from '../../src/index.js'
import { canMatch, patternOfTemplate, patternOfType } from './arn-pattern.js'
import type { ActionFacts, Catalogue, ResourceTypeFacts } from './catalogue.js'

/** A rule of the bar: what is wrong with a template, one text a fault. */
export type Rule = (template: PolicyTemplate, catalogue: Catalogue) => string[]

/** A rule that looks at one statement; its findings are named after the Sid. */
export function eachStatement(find: (statement: WrittenStatement, catalogue: Catalogue) => string[]): Rule {
  return (template, catalogue) =>
    template.statements.flatMap((statement) =>
      find(statement, catalogue).map((finding) => `${statement.Sid}: ${finding}`),
    )
}

export function actionsOf(statement: WrittenStatement): readonly string[] {
  return [statement.Action ?? [], statement.NotAction ?? []].flat()
}

export function resourcesOf(statement: WrittenStatement): readonly string[] {
  return [statement.Resource ?? [], statement.NotResource ?? []].flat()
}

/** Facts of the statement's actions; those that are unknown, or hold wildcards, are a matter of other rules. */
export function knownActionsOf(statement: WrittenStatement, catalogue: Catalogue): ActionFacts[] {
  return actionsOf(statement).flatMap((name) => catalogue.get(name) ?? [])
}

/** The resource types of an action that some ARN of the statement can match. */
export function matchedTypes(action: ActionFacts, resources: readonly string[]): ResourceTypeFacts[] {
  return action.types.filter(({ arn }) =>
    resources.some((resource) => canMatch(patternOfTemplate(resource), patternOfType(arn))),
  )
}

/** Operator, condition key and values of each test. */
export function testsOf(
  statement: WrittenStatement,
): { operator: string; key: string; values: readonly string[] }[] {
  return Object.entries(statement.Condition ?? {}).flatMap(([operator, operands]) =>
    Object.entries(operands).map(([key, values]) => ({ operator, key, values: [values].flat() })),
  )
}

export function hasTest(statement: WrittenStatement, operator: string, key: string, value: string): boolean {
  return testsOf(statement).some(
    (test) =>
      test.operator === operator && test.key === key && test.values.length === 1 && test.values[0] === value,
  )
}

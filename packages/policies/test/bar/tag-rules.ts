// biome-ignore-all lint/suspicious/noTemplateCurlyInString: values as templates write them.
import type { WrittenStatement } from '@sec/common/iam'
import { eachStatement, hasTest, knownActionsOf, type Rule, testsOf } from './statements.js'

/** Nobody changes the tag `estate`, which would move a resource between estates. */
export const estateTagUnchanged: Rule = eachStatement((statement, catalogue) => {
  if (statement.Effect === 'Deny' || isHeld(statement)) return []
  return knownActionsOf(statement, catalogue)
    .filter(({ levels }) => levels.includes('Tagging'))
    .map(({ name }) => name)
})

/** Held to the estate's own value, to other keys, or to the moment of creation. */
function isHeld(statement: WrittenStatement): boolean {
  return (
    hasTest(statement, 'StringEquals', 'aws:RequestTag/estate', '${prefix}') ||
    testsOf(statement).some(({ operator, key, values }) => {
      const isOtherKey = operator === 'ForAllValues:StringNotEqualsIgnoreCase' && values.includes('estate')
      return (isOtherKey && /:(RequestObject)?TagKeys$/.test(key)) || key === 'sagemaker:TaggingAction'
    })
  )
}

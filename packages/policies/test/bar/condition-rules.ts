import { type ActionFacts, isGlobalKey, isSameKey } from './catalogue.js'
import { isExcepted } from './exceptions.js'
import { eachStatement, knownActionsOf, matchedTypes, type Rule, resourcesOf, testsOf } from './statements.js'

/** Every condition key exists for every action: its own, its resource types', or a global one. */
export const conditionKeysExist: Rule = eachStatement((statement, catalogue) =>
  testsOf(statement)
    .filter(({ key }) => !isGlobalKey(key))
    .flatMap(({ key }) =>
      knownActionsOf(statement, catalogue)
        .filter((action) => !hasKey(action, key, resourcesOf(statement)))
        .map(({ name }) => `${key} ${name}`)
        .filter((name) => ![name, key].some((row) => isExcepted('conditionKeyExceptions', row))),
    ),
)

/** A key of resource types counts when every type that the statement reaches has it: IAM checks each of them. */
function hasKey(action: ActionFacts, key: string, resources: readonly string[]): boolean {
  const isKnown = (keys: readonly string[]) => keys.some((known) => isSameKey(key, known))
  const types = matchedTypes(action, resources)
  return (
    isKnown(action.conditionKeys) || (types.length > 0 && types.every((type) => isKnown(type.conditionKeys)))
  )
}

// Checking what people write.

export { checkStatement, type StatementOptions } from './check-statement.js'
export { checkStatements, type StatementsOptions } from './check-statements.js'
export { conditionOperators } from './condition-operators.js'
export { describeValue, isMap, quoted } from './describe-value.js'
export { type PlaceholderName, placeholderNames } from './placeholders.js'
export { statementIssue, statementIssueKinds } from './statement-issues.js'

// Documents.

export { documentCharacters } from './document-characters.js'
export { normalizeStatement } from './normalize-statement.js'
export type {
  ConditionOperands,
  Conditions,
  OneOrMany,
  PolicyDocument,
  Principal,
  Statement,
  Suppression,
  WrittenStatement,
} from './statement.js'

// What IAM holds.

export type {
  AnyDocument,
  EstateNames,
  IamEstate,
  IamGroup,
  IamManagedPolicy,
  IamPrincipal,
  IamRole,
  InlinePolicy,
  Leaving,
  LeavingGroup,
  LeavingPolicy,
  LeavingRole,
  Observation,
  ObservedEstate,
  ObservedGroup,
  ObservedPolicy,
  ObservedRole,
  OwnPolicies,
} from './estate.js'

// What is nobody's to see.

export { externalIdsIn, externalIdsInText } from './external-ids.js'

// Comparing documents.

export {
  type NormalDocument,
  type NormalStatement,
  normalizeDocument,
  stableText,
  statementKey,
} from './normalize-document.js'

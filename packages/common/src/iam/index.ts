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

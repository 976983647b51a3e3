const comparisons = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']

const withoutNull = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ...['StringLike', 'StringNotLike'],
  ...comparisons.map((comparison) => `Numeric${comparison}`),
  ...comparisons.map((comparison) => `Date${comparison}`),
  ...['Bool', 'BinaryEquals', 'IpAddress', 'NotIpAddress'],
  ...['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
]

const plain = [...withoutNull, ...withoutNull.map((operator) => `${operator}IfExists`), 'Null']

/**
 * Every condition operator of IAM, with `IfExists` (not after `Null`) and with the set prefixes.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html | Condition operators}
 */
export const conditionOperators: readonly string[] = ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((prefix) =>
  plain.map((operator) => prefix + operator),
)

/** The operator without set prefix and `IfExists`. */
export function baseOperator(operator: string): string {
  return operator.replace(/^ForA(ll|ny)Values?:/, '').replace(/IfExists$/, '')
}

import { isMap } from '@sec/common/iam'
import { callOf } from '../read/call.js'

/** Says whether an argument has the shape that a function needs. */
type Shape = (argument: unknown) => boolean

interface ArgumentRule {
  readonly expected: string
  readonly isFine: Shape
}

const isText: Shape = (value) => typeof value === 'string'
const isScalar: Shape = (value) => ['string', 'number', 'boolean'].includes(typeof value)
const isCall: Shape = (value) =>
  isMap(value) && Object.keys(value).length === 1 && callOf(value) !== undefined
const isScalarOrCall: Shape = (value) => isScalar(value) || isCall(value)
/** Functions that give a text, never a list. */
const textFunctions = ['Fn::Base64', 'Fn::ImportValue', 'Fn::Join', 'Fn::Sub']
const isListOrCall: Shape = (value) =>
  Array.isArray(value) || (isCall(value) && !textFunctions.includes(callOf(value)?.name ?? ''))
const isStackOutput: Shape = (value) => isMap(value) && 'StackName' in value && 'OutputName' in value
const isConditionLike: Shape = (value) => isMap(value)

/** A list of so many items, each of its shape; without shapes, of any. */
function list(least: number, most: number, ...shapes: readonly Shape[]): Shape {
  return (value) =>
    Array.isArray(value) &&
    value.length >= least &&
    value.length <= most &&
    // Null has an issue of its own.
    value.every((item, index) => item === null || (shapes[index]?.(item) ?? true))
}

const condition =
  (least: number, most: number): Shape =>
  (value) =>
    list(least, most)(value) && (value as unknown[]).every((item) => item === null || isConditionLike(item))

function isIndex(value: unknown): boolean {
  return isCall(value) || (isScalar(value) && /^\d+$/.test(String(value)))
}

/** A literal list must reach as far as the index. */
const isSelect: Shape = (value) => {
  if (!list(2, 2, isIndex, isListOrCall)(value)) return false
  const [index, items] = value as [unknown, unknown]
  return (
    isCall(index) ||
    !Array.isArray(items) ||
    items.length === 0 ||
    Number(index) < items.length ||
    items.some(isCall)
  )
}

const isSub: Shape = (value) => isText(value) || list(2, 2, isText, isMap)(value)
const isGetAtt: Shape = (value) =>
  (isText(value) && /^[^.]+\../.test(String(value))) || list(2, 2, isText, isScalarOrCall)(value)
const isFindInMap: Shape = (value) =>
  list(
    3,
    4,
    isScalarOrCall,
    isScalarOrCall,
    isScalarOrCall,
    (last) => isMap(last) && 'DefaultValue' in last,
  )(value)

/**
 * What each function takes.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html | Intrinsic functions}
 */
export const argumentRules: Readonly<Record<string, ArgumentRule>> = {
  Ref: { expected: 'the name of a parameter or resource', isFine: isText },
  Condition: { expected: 'the name of a condition', isFine: isText },
  'Fn::And': { expected: 'a list of 2 to 10 conditions', isFine: condition(2, 10) },
  'Fn::Base64': { expected: 'a text', isFine: isScalarOrCall },
  'Fn::Cidr': {
    expected: 'a list of address block, count and bits',
    isFine: (value) => isCall(value) || list(2, 3)(value),
  },
  'Fn::Contains': { expected: 'a list of texts and a text', isFine: list(2, 2) },
  'Fn::EachMemberEquals': { expected: 'a list of texts and a text', isFine: list(2, 2) },
  'Fn::EachMemberIn': { expected: 'two lists', isFine: list(2, 2) },
  'Fn::Equals': { expected: 'a list of 2 values', isFine: list(2, 2) },
  'Fn::FindInMap': { expected: 'a list of mapping, first key and second key', isFine: isFindInMap },
  'Fn::ForEach': { expected: 'a list of variable, collection and body', isFine: list(3, 3) },
  'Fn::GetAtt': { expected: 'a resource and an attribute', isFine: isGetAtt },
  'Fn::GetAZs': { expected: 'a region, or an empty text', isFine: isScalarOrCall },
  'Fn::GetStackOutput': { expected: 'a map with StackName and OutputName', isFine: isStackOutput },
  'Fn::If': { expected: 'a list of a condition name and two values', isFine: list(3, 3, isText) },
  'Fn::ImportValue': { expected: 'the name of an export', isFine: isScalarOrCall },
  'Fn::Join': {
    expected: 'a list of a delimiter and a list of values',
    isFine: list(2, 2, isScalar, isListOrCall),
  },
  'Fn::Length': { expected: 'a list', isFine: isListOrCall },
  'Fn::Not': { expected: 'a list of 1 condition', isFine: condition(1, 1) },
  'Fn::Or': { expected: 'a list of 2 to 10 conditions', isFine: condition(2, 10) },
  'Fn::RefAll': { expected: 'a parameter type', isFine: isText },
  'Fn::Select': { expected: 'a list of an index and a list that reaches so far', isFine: isSelect },
  'Fn::Split': { expected: 'a list of a delimiter and a text', isFine: list(2, 2, isScalar, isScalarOrCall) },
  'Fn::Sub': { expected: 'a text, or a list of a text and a map of variables', isFine: isSub },
  'Fn::ToJsonString': { expected: 'a map or list', isFine: (value) => typeof value === 'object' },
  'Fn::Transform': {
    expected: 'a map with Name and Parameters',
    isFine: (value) => typeof value === 'object',
  },
  'Fn::ValueOf': { expected: 'a list of a parameter and an attribute', isFine: list(2, 2) },
  'Fn::ValueOfAll': { expected: 'a list of a parameter type and an attribute', isFine: list(2, 2) },
}

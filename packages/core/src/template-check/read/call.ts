import { isMap } from '@sec/common/iam'

/** A function of CloudFormation as it stands in a template: `{ 'Fn::Sub': ... }`, `{ Ref: ... }`. */
export interface Call {
  readonly name: string
  readonly argument: unknown
}

/** The functions that stand in conditions, and nowhere else. */
const conditionFunctions = ['Fn::And', 'Fn::Or', 'Fn::Not', 'Fn::Equals', 'Condition'] as const

/** Functions of the Rules section. */
const ruleFunctions = [
  'Fn::Contains',
  'Fn::EachMemberEquals',
  'Fn::EachMemberIn',
  'Fn::RefAll',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
] as const

/** Functions that the transform AWS::LanguageExtensions brings. */
export const extensionFunctions = ['Fn::ForEach', 'Fn::Length', 'Fn::ToJsonString'] as const

/**
 * Every function that CloudFormation knows.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html | Intrinsic functions}
 */
export const functionNames: readonly string[] = [
  'Ref',
  ...['Fn::Base64', 'Fn::Cidr', 'Fn::FindInMap', 'Fn::GetAtt', 'Fn::GetAZs', 'Fn::GetStackOutput', 'Fn::If'],
  ...['Fn::ImportValue', 'Fn::Join', 'Fn::Select', 'Fn::Split', 'Fn::Sub', 'Fn::Transform'],
  ...conditionFunctions,
  ...ruleFunctions,
  ...extensionFunctions,
]

/** Names that every template can refer to. */
export const pseudoParameters: readonly string[] = [
  ...['AWS::AccountId', 'AWS::NotificationARNs', 'AWS::NoValue', 'AWS::Partition', 'AWS::Region'],
  ...['AWS::StackId', 'AWS::StackName', 'AWS::URLSuffix'],
]

/** True for keys that CloudFormation takes for a function; `Condition` only counts where conditions stand. */
export function isFunctionKey(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::')
}

/** The function's name without what follows it in `Fn::ForEach::Loop`. */
export function functionName(key: string): string {
  return key.startsWith('Fn::ForEach') ? 'Fn::ForEach' : key
}

/** Functions that may stand beside other keys, to which they add. */
const addingFunctions = ['Fn::ForEach', 'Fn::Transform']

/**
 * The function that a value is: a map with nothing but one function in it. A map with a function beside other keys
 * is wrong, which is reported as such; it counts as the function.
 */
export function callOf(value: unknown): Call | undefined {
  if (!isMap(value)) return undefined
  const keys = Object.keys(value)
  const key = keys.length === 1 ? keys.find(isFunctionKey) : keys.find(isMisplacedFunction)
  return key === undefined ? undefined : { name: functionName(key), argument: value[key] }
}

function isMisplacedFunction(key: string): boolean {
  return key.startsWith('Fn::') && !addingFunctions.includes(functionName(key))
}

/** `{ Ref: AWS::NoValue }`: the entry is left out. */
export function isNoValue(value: unknown): boolean {
  const call = callOf(value)
  return call?.name === 'Ref' && call.argument === 'AWS::NoValue'
}

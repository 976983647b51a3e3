import { byteLength, type ProvisionerError } from '@sec/common'
import { awsError } from '../issues/aws-error.js'
import { storeIssueKinds } from '../issues/store-issues.js'

/** What a value in the standard tier may hold, in bytes of UTF-8. */
const valueLimitBytes = 4_096

/** AWS allows 1,011 for the whole ARN; this leaves room for the longest partition and region. */
const nameLimit = 950
const levelLimit = 15

/**
 * Why SSM would refuse a parameter; undefined where it would not.
 *
 * @see {@link https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html | PutParameter}
 */
export function parameterFault(name: string, value: string): ProvisionerError | undefined {
  const nameReason = faultOfName(name)
  if (nameReason !== undefined)
    return awsError(storeIssueKinds, 'PARAMETER_NAME', { name: name.slice(0, 200), reason: nameReason })
  const valueReason = faultOfValue(value)
  return valueReason === undefined
    ? undefined
    : awsError(storeIssueKinds, 'PARAMETER_VALUE', { name, reason: valueReason })
}

function faultOfName(name: string): string | undefined {
  const levels = name.split('/').slice(1)
  if (name.length > nameLimit) return `has ${name.length} characters, at most ${nameLimit} are allowed`
  if (levels.length > levelLimit) return `has ${levels.length} levels, at most ${levelLimit} are allowed`
  if (!/^(\/[a-zA-Z0-9_.-]+)+$/.test(name))
    return 'is not of the form expected: "/" and letters, digits, "_", "." or "-" for every level'
  const reserved = /^\/(aws|ssm)/i.exec(name)?.[1]
  return reserved === undefined ? undefined : `begins with "${reserved}", which AWS keeps for itself`
}

function faultOfValue(value: string): string | undefined {
  const bytes = byteLength(value)
  if (bytes === 0) return 'is empty, expected at least one character'
  if (bytes > valueLimitBytes) return `has ${bytes} bytes, at most ${valueLimitBytes} are allowed`
  // SSM would read it as the name of another parameter.
  if (/\{\{.*\}\}/s.test(value)) return 'holds text in {{ }}, which SSM reads as a reference'
  return undefined
}

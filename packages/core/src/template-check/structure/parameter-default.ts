import type { Issue, IssuePath } from '@sec/common'
import { describeValue } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { Entries } from '../read/template-view.js'
import { compilePattern } from './parameter-pattern.js'

/**
 * Checks a parameter's default against the parameter itself. Defaults of SSM types are names of SSM parameters, which
 * the other keys do not limit.
 */
export function checkDefault(parameter: Entries, path: IssuePath): Issue[] {
  const { Default: value, Type: type } = parameter
  if (value === undefined || value === null || typeof type !== 'string') return []
  const expected =
    typeof value === 'object'
      ? 'a text or number (a list as one text with commas)'
      : faultOf(String(value), type, parameter)
  if (expected === undefined) return []
  return [
    templateIssue('TEMPLATE_PARAMETER_DEFAULT', [...path, 'Default'], {
      found: describeValue(value),
      expected,
    }),
  ]
}

/** What was expected, or undefined. */
function faultOf(text: string, type: string, parameter: Entries): string | undefined {
  if (type.startsWith('AWS::SSM::')) return undefined
  if (type === 'Number')
    return isNumber(text) ? (rangeFault(text, parameter) ?? valuesFault([text], parameter)) : 'a number'
  if (type === 'List<Number>')
    return items(text).every(isNumber) ? undefined : 'numbers with commas between them'
  if (type === 'CommaDelimitedList')
    return valuesFault([text], parameter) && valuesFault(items(text), parameter)
  if (type !== 'String') return undefined
  return valuesFault([text], parameter) ?? lengthFault(text, parameter) ?? patternFault(text, parameter)
}

function items(text: string): string[] {
  return text.split(',').map((item) => item.trim())
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}

function valuesFault(texts: readonly string[], { AllowedValues: values }: Entries): string | undefined {
  if (!Array.isArray(values) || values.some((value) => typeof value === 'object')) return undefined
  const allowed = values.map(String)
  return texts.every((text) => isAllowed(text, allowed)) ? undefined : `one of ${allowed.join(', ')}`
}

/** `1` and `1.0` are the same number; `True` and `true` come of one YAML boolean. */
function isAllowed(text: string, allowed: readonly string[]): boolean {
  return allowed.some(
    (one) => one === text || (isNumber(one) && isNumber(text) && Number(one) === Number(text)),
  )
}

function rangeFault(text: string, parameter: Entries): string | undefined {
  const [least, most] = [limitOf(parameter.MinValue), limitOf(parameter.MaxValue)]
  if (least !== undefined && Number(text) < least) return `${least} or more`
  return most !== undefined && Number(text) > most ? `${most} or less` : undefined
}

function lengthFault(text: string, parameter: Entries): string | undefined {
  const [least, most] = [limitOf(parameter.MinLength), limitOf(parameter.MaxLength)]
  if (least !== undefined && text.length < least) return `${least} characters or more`
  return most !== undefined && text.length > most ? `${most} characters or less` : undefined
}

function limitOf(value: unknown): number | undefined {
  const limit = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isFinite(limit) ? limit : undefined
}

/** CloudFormation wants the whole text to match; only what matches nowhere is certainly wrong. */
function patternFault(text: string, { AllowedPattern: pattern }: Entries): string | undefined {
  if (typeof pattern !== 'string' || text.length > 255 || !isCheap(pattern)) return undefined
  const compiled = compilePattern(pattern)
  if (compiled.kind !== 'pattern' || compiled.pattern.test(text)) return undefined
  return `a text that matches ${pattern}`
}

/** Patterns that cannot take long on a short text: no repeated groups, few repetitions. */
function isCheap(pattern: string): boolean {
  return !/\)[*+{]/.test(pattern) && pattern.split(/[*+{]/).length <= 4
}

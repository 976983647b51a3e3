import { type Issue, nearest } from '@sec/common'
import { checkStatements, describeValue, placeholderNames, quoted } from '@sec/common/iam'
import { checkPassing } from './check-passing.js'
import { templateIssue } from './template-issues.js'

type Written = Readonly<Record<string, unknown>>

const templateKeys = ['service', 'level', 'name', 'summary', 'typical_users', 'statements'] as const
type TemplateKey = (typeof templateKeys)[number]

/** Checks the value of a policy template; paths start at its top. Whether its actions exist is not looked at. */
export function checkTemplate(value: Written): Issue[] {
  const keys = Object.keys(value)
  const known = keys.filter(isTemplateKey)
  const unknown = keys.filter((key) => !isTemplateKey(key))
  const meant = unknown.map((key) => nearest(key, templateKeys))
  // A misspelt key is reported as such; that the right one is missing would be the same fault twice.
  const missing = templateKeys.filter((key) => !known.includes(key) && !meant.includes(key))
  return [
    ...missing.map((key) => templateIssue('TEMPLATE_MISSING_KEY', [], { key }, { anchor: 'key' })),
    ...unknown.map(unknownKey),
    ...known.flatMap((key) => checkByKey[key](value[key])),
  ]
}

function isTemplateKey(key: string): key is TemplateKey {
  return (templateKeys as readonly string[]).includes(key)
}

function unknownKey(key: string): Issue {
  const args = { found: quoted(key), nearest: nearest(key, templateKeys), known: templateKeys }
  return templateIssue('TEMPLATE_UNKNOWN_KEY', [key], args, { anchor: 'key' })
}

const checkByKey: Readonly<Record<TemplateKey, (value: unknown) => Issue[]>> = {
  service: (value) => checkName('service', value),
  level: (value) => checkName('level', value),
  name: (value) => checkName('name', value),
  summary: checkSummary,
  typical_users: checkTypicalUsers,
  statements: (value) => [
    ...checkStatements(value, ['statements'], {
      placeholders: placeholderNames,
      requireSid: true,
      requireReason: true,
      requireStatement: true,
    }),
    ...checkPassing(value),
  ],
}

function checkName(key: TemplateKey, value: unknown): Issue[] {
  if (isName(value)) return []
  return [templateIssue('TEMPLATE_NAME_FORM', [key], { key, found: describeValue(value) })]
}

/** True for what may be a service, level or name. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value)
}

/** One line of what IAM takes as a description: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const description = /^(?=.*\S)[\x20-\x7e\xa1-\xff]{1,1000}$/

function checkSummary(value: unknown): Issue[] {
  if (typeof value === 'string' && description.test(value)) return []
  return [templateIssue('TEMPLATE_SUMMARY', ['summary'], { found: describeValue(value) })]
}

function checkTypicalUsers(value: unknown): Issue[] {
  const fault = (found: unknown, ...path: number[]) =>
    templateIssue('TEMPLATE_TYPICAL_USERS', ['typical_users', ...path], { found: describeValue(found) })
  if (!Array.isArray(value)) return [fault(value)]
  return value.flatMap((user, index) => (typeof user === 'string' && user !== '' ? [] : [fault(user, index)]))
}

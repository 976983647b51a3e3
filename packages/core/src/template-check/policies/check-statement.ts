import type { Issue } from '@sec/common'
import { describeValue, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { branchesOf, isLiteralText } from '../read/branches.js'
import { callOf } from '../read/call.js'
import { isMisspelled } from '../read/misspelled.js'
import type { Entries } from '../read/template-view.js'
import { checkActions } from './check-actions.js'
import { checkConditions } from './check-conditions.js'
import { checkPrincipal } from './check-principal.js'
import { checkResources } from './check-resources.js'
import { below, type PolicyPlace } from './policy-place.js'

const statementKeys = [
  ...['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource'],
  'Condition',
]

/** Elements that a policy of the kind cannot have. */
const misplaced = {
  identity: { keys: ['Principal', 'NotPrincipal'], policy: 'an identity policy' },
  trust: { keys: ['Resource', 'NotResource', 'NotPrincipal'], policy: 'a trust policy' },
} as const

/** Checks one statement of an identity or trust policy. */
export function checkStatement(statement: Entries, place: PolicyPlace): Issue[] {
  const isWhole = !place.view.freedom.isOpen && !Object.keys(statement).some((key) => key.startsWith('Fn::'))
  return [
    ...(isWhole ? unknownKeys(statement, place) : []),
    ...(isWhole ? missingElements(statement, place) : []),
    ...misplacedElements(statement, place),
    ...exclusiveElements(statement, place),
    ...checkSid(statement.Sid, below(place, 'Sid')),
    ...checkEffect(statement.Effect, below(place, 'Effect')),
    ...checkParts(statement, place),
  ]
}

function checkParts(statement: Entries, place: PolicyPlace): Issue[] {
  const isTrust = place.kind === 'trust'
  return [
    ...['Action', 'NotAction'].flatMap((key) => checkActions(statement[key], key, below(place, key))),
    ...(isTrust
      ? checkPrincipal(statement.Principal, below(place, 'Principal'))
      : ['Resource', 'NotResource'].flatMap((key) => checkResources(statement[key], key, below(place, key)))),
    ...checkConditions(statement.Condition, below(place, 'Condition')),
  ]
}

function unknownKeys(statement: Entries, { path, view }: PolicyPlace): Issue[] {
  return Object.keys(statement)
    .filter((key) => !statementKeys.includes(key))
    .map((key) => {
      const args = { found: quoted(key), where: 'a statement', nearest: view.nearest(key, statementKeys) }
      return templateIssue('TEMPLATE_POLICY_KEY', [...path, key], args, { anchor: 'key' })
    })
}

function missingElements(statement: Entries, { path, kind }: PolicyPlace): Issue[] {
  const hasAny = (...keys: readonly string[]) =>
    keys.some((key) => key in statement || isMisspelled(statement, key, statementKeys))
  const missing = [
    ...(hasAny('Effect') ? [] : ['Effect']),
    ...(hasAny('Action', 'NotAction') ? [] : ['Action']),
    ...(kind === 'trust' && !hasAny('Principal', 'NotPrincipal') ? ['Principal'] : []),
    ...(kind === 'identity' && !hasAny('Resource', 'NotResource') ? ['Resource'] : []),
  ]
  return missing.map((element) =>
    templateIssue('TEMPLATE_POLICY_MISSING', path, { where: 'the statement', element }, { anchor: 'key' }),
  )
}

/** Only what is certainly there: Fn::If may leave an element out. */
function isCertain(value: unknown): boolean {
  return value !== undefined && callOf(value)?.name !== 'Fn::If' && branchesOf(value, []).length > 0
}

function misplacedElements(statement: Entries, { path, kind }: PolicyPlace): Issue[] {
  const { keys, policy } = misplaced[kind]
  return keys
    .filter((key) => isCertain(statement[key]))
    .map((key) =>
      templateIssue('TEMPLATE_POLICY_MISPLACED', [...path, key], { element: key, policy }, { anchor: 'key' }),
    )
}

function exclusiveElements(statement: Entries, { path }: PolicyPlace): Issue[] {
  const order = Object.keys(statement)
  return ['Action', 'Resource', 'Principal'].flatMap((key) => {
    const pair = order.filter((one) => one === key || one === `Not${key}`)
    const [first, second] = pair
    if (!first || !second || !pair.every((one) => isCertain(statement[one]))) return []
    return [
      templateIssue('TEMPLATE_POLICY_EXCLUSIVE', [...path, second], { first, second }, { anchor: 'key' }),
    ]
  })
}

function checkSid(value: unknown, { path }: PolicyPlace): Issue[] {
  return branchesOf(value, path).flatMap((branch) => {
    const text = typeof branch.value === 'number' ? String(branch.value) : branch.value
    if (callOf(text) || (typeof text === 'string' && (!isLiteralText(text) || /^[A-Za-z0-9]*$/.test(text))))
      return []
    return [templateIssue('TEMPLATE_POLICY_SID', branch.path, { found: describeValue(text) })]
  })
}

function checkEffect(value: unknown, { path }: PolicyPlace): Issue[] {
  return branchesOf(value, path).flatMap((branch) => {
    if (callOf(branch.value) || branch.value === 'Allow' || branch.value === 'Deny') return []
    if (typeof branch.value === 'string' && !isLiteralText(branch.value)) return []
    return [templateIssue('TEMPLATE_POLICY_EFFECT', branch.path, { found: describeValue(branch.value) })]
  })
}

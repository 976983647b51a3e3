import type { Issue } from '@sec/common'
import { conditionOperators, describeValue, isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { branchesOf, isLiteralText, itemsOf } from '../read/branches.js'
import { callOf } from '../read/call.js'
import { at, type PolicyPlace } from './policy-place.js'
import { checkForSub, emptyLists } from './policy-texts.js'

/** Checks Condition: operators, condition keys, and that values are plain. */
export function checkConditions(value: unknown, place: PolicyPlace): Issue[] {
  return mapsOf(value, 'Condition', 'a map of operators', place, checkOperator)
}

function checkOperator(operator: string, value: unknown, place: PolicyPlace): Issue[] {
  const known = conditionOperators
  const args = { found: quoted(operator), nearest: place.view.nearest(operator, known) }
  const isUnknown = !known.includes(operator)
  return [
    ...(isUnknown ? [templateIssue('TEMPLATE_POLICY_OPERATOR', place.path, args, { anchor: 'key' })] : []),
    ...mapsOf(value, operator, 'a map of condition keys', place, checkKey),
  ]
}

function checkKey(key: string, value: unknown, place: PolicyPlace): Issue[] {
  const isFine = /^[^:]+:./.test(key) || key.includes('${')
  const args = { found: quoted(key) }
  return [
    ...(isFine ? [] : [templateIssue('TEMPLATE_POLICY_CONDITION_KEY', place.path, args, { anchor: 'key' })]),
    ...emptyLists(value, quoted(key), place),
    ...itemsOf(value, place.path).flatMap((item) => checkOperand(item.value, key, at(place, item.path))),
  ]
}

function checkOperand(value: unknown, key: string, place: PolicyPlace): Issue[] {
  if (callOf(value)) return []
  if (typeof value === 'string') return isLiteralText(value) ? checkForSub(value, place) : []
  if (typeof value !== 'object') return []
  const args = { what: quoted(key), found: describeValue(value), expected: 'a text or a list of texts' }
  return [templateIssue('TEMPLATE_POLICY_SHAPE', place.path, args)]
}

/** Checks each entry of a map, whichever branch of Fn::If it comes from. */
function mapsOf(
  value: unknown,
  what: string,
  expected: string,
  place: PolicyPlace,
  check: (key: string, value: unknown, place: PolicyPlace) => Issue[],
): Issue[] {
  return branchesOf(value, place.path).flatMap((branch) => {
    if (callOf(branch.value)) return []
    if (!isMap(branch.value)) {
      const args = { what, found: describeValue(branch.value), expected }
      return [templateIssue('TEMPLATE_POLICY_SHAPE', branch.path, args)]
    }
    const entries = Object.entries(branch.value).filter(([key]) => !key.startsWith('Fn::'))
    return entries.flatMap(([key, item]) => check(key, item, at(place, [...branch.path, key])))
  })
}

import type { Issue } from '@sec/common'
import { describeValue, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { type Branch, branchesOf, isLiteralText, itemsOf } from '../read/branches.js'
import { callOf } from '../read/call.js'
import { at, type PolicyPlace } from './policy-place.js'

/** Checks the texts of an element that takes one or many; functions are left alone. */
export function checkTexts(
  value: unknown,
  what: string,
  place: PolicyPlace,
  check: (text: string, place: PolicyPlace) => Issue[],
): Issue[] {
  return [
    ...emptyLists(value, what, place),
    ...itemsOf(value, place.path).flatMap((item) => checkItem(item, what, place, check)),
  ]
}

function checkItem(
  { value, path }: Branch,
  what: string,
  place: PolicyPlace,
  check: (text: string, place: PolicyPlace) => Issue[],
): Issue[] {
  if (callOf(value) || (typeof value === 'string' && !isLiteralText(value))) return []
  if (typeof value === 'string')
    return [...check(value, at(place, path)), ...checkForSub(value, at(place, path))]
  const args = { what, found: describeValue(value), expected: 'a text or a list of texts' }
  return [templateIssue('TEMPLATE_POLICY_SHAPE', path, args)]
}

export function emptyLists(value: unknown, what: string, place: PolicyPlace): Issue[] {
  return branchesOf(value, place.path)
    .filter((branch) => Array.isArray(branch.value) && branch.value.length === 0)
    .map(({ path }) => templateIssue('TEMPLATE_POLICY_EMPTY', path, { what }))
}

/** A name of the template in `${...}` outside Fn::Sub: IAM's own variables have other names. */
export function checkForSub(text: string, { path, view }: PolicyPlace): Issue[] {
  if (!text.includes('${')) return []
  const { Parameters: parameters, Resources: resources } = view.sections
  const found = [...text.matchAll(/\$\{([\w:]{1,300})[^}]{0,100}\}/g)].find(([, name = '']) => {
    return name.startsWith('AWS::') || parameters.has(name) || resources.has(name)
  })
  return found ? [templateIssue('TEMPLATE_POLICY_SUB_MISSING', path, { found: quoted(found[0]) })] : []
}

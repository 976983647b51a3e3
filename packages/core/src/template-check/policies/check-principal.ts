import type { Issue } from '@sec/common'
import { describeValue, isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { branchesOf, itemsOf } from '../read/branches.js'
import { type Call, callOf } from '../read/call.js'
import { subLiteral } from '../read/sub-text.js'
import type { Entries, TemplateView } from '../read/template-view.js'
import { at, type PolicyPlace } from './policy-place.js'
import { checkTexts } from './policy-texts.js'

const principalKeys = ['AWS', 'Service', 'Federated', 'CanonicalUser']

/**
 * Checks the principal of a trust policy.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html | Principal}
 */
export function checkPrincipal(value: unknown, place: PolicyPlace): Issue[] {
  return branchesOf(value, place.path).flatMap((branch) => {
    if (branch.value === '*' || callOf(branch.value)) return []
    if (isMap(branch.value)) return checkMap(branch.value, at(place, branch.path))
    const args = {
      what: 'Principal',
      found: describeValue(branch.value),
      expected: '"*", or a map with AWS or Service',
    }
    return [templateIssue('TEMPLATE_POLICY_SHAPE', branch.path, args)]
  })
}

function checkMap(principal: Entries, place: PolicyPlace): Issue[] {
  const keys = Object.keys(principal).filter((key) => !key.startsWith('Fn::'))
  return keys.flatMap((key) => {
    const here = at(place, [...place.path, key])
    if (!principalKeys.includes(key)) return [unknownKey(key, here)]
    if (key === 'AWS') return checkAccounts(principal[key], here)
    return checkTexts(principal[key], key, here, key === 'Service' ? checkService : () => [])
  })
}

function unknownKey(key: string, { path, view }: PolicyPlace): Issue {
  const args = { found: quoted(key), where: 'a principal', nearest: view.nearest(key, principalKeys) }
  return templateIssue('TEMPLATE_POLICY_KEY', path, args, { anchor: 'key' })
}

function checkService(text: string, { path }: PolicyPlace): Issue[] {
  if (text === '*' || text.includes('.') || text.includes('${')) return []
  const args = { found: quoted(text), expected: 'a service such as "lambda.amazonaws.com"' }
  return [templateIssue('TEMPLATE_PRINCIPAL_FORM', path, args)]
}

function checkAccounts(value: unknown, place: PolicyPlace): Issue[] {
  const calls = itemsOf(value, place.path).flatMap((item) => {
    const call = callOf(item.value)
    if (call) return checkCall(call, at(place, item.path))
    return typeof item.value === 'number' ? checkArn(String(item.value), at(place, item.path)) : []
  })
  // Account ids are often written without quotes; CloudFormation makes texts of them.
  const texts = itemsOf(value, place.path).filter((item) => typeof item.value !== 'number')
  return [...calls, ...texts.flatMap((item) => checkTexts(item.value, 'AWS', at(place, item.path), checkArn))]
}

const arnExpectation = '"*", an account id of 12 digits, or the ARN of an account, role, user or session'

function checkArn(text: string, { path }: PolicyPlace): Issue[] {
  if (text === '*' || /^[0-9]{12}$/.test(text) || /^A[A-Z0-9]{15,}$/.test(text) || text.startsWith('${'))
    return []
  const found = quoted(text)
  if (!text.startsWith('arn:'))
    return [templateIssue('TEMPLATE_PRINCIPAL_FORM', path, { found, expected: arnExpectation })]
  if (/^arn:[^:]*:iam::[^:]*:group\//.test(text))
    return [templateIssue('TEMPLATE_PRINCIPAL_GROUP', path, { found })]
  return /[*?]/.test(text) ? [templateIssue('TEMPLATE_PRINCIPAL_WILDCARD', path, { found })] : []
}

/** What a function refers to: Ref of a role gives its name, a group can be no principal at all. */
function checkCall(call: Call, place: PolicyPlace): Issue[] {
  const { path, view } = place
  if (call.name === 'Fn::Sub') return checkSub(call.argument, place)
  const target: unknown = Array.isArray(call.argument) ? call.argument[0] : call.argument
  if (typeof target !== 'string' || (call.name !== 'Ref' && call.name !== 'Fn::GetAtt')) return []
  const type = typeOf(target, view)
  if (type === 'AWS::IAM::Group')
    return [templateIssue('TEMPLATE_PRINCIPAL_GROUP', path, { found: quoted(target) })]
  const isName = call.name === 'Ref' && ['AWS::IAM::Role', 'AWS::IAM::User'].includes(type ?? '')
  if (!isName) return []
  const args = { found: `Ref of ${target} (a name)`, expected: `Fn::GetAtt of ${target}.Arn` }
  return [templateIssue('TEMPLATE_PRINCIPAL_FORM', path, args)]
}

function checkSub(argument: unknown, place: PolicyPlace): Issue[] {
  const text: unknown = Array.isArray(argument) ? argument[0] : argument
  if (typeof text !== 'string' || !text.startsWith('arn:')) return []
  return checkArn(subLiteral(text, 'x'), place)
}

function typeOf(id: string, { sections }: TemplateView): string | undefined {
  const resource = sections.Resources.get(id)
  return isMap(resource) && typeof resource.Type === 'string' ? resource.Type : undefined
}

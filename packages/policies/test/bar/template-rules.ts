import { documentCharacters } from '@sec/common/iam'
import { type PolicyTemplate, partsOf } from '../../src/index.js'
import { canMatch, covers, patternOfTemplate } from './arn-pattern.js'
import { actionsOf, hasTest, type Rule, resourcesOf, testsOf } from './statements.js'

/** Every statement has a Sid, unique in the file. */
export const sidsUnique: Rule = ({ statements }) => {
  const sids = statements.map(({ Sid }) => Sid ?? 'none')
  return sids.filter((sid, index) => sid === 'none' || sids.indexOf(sid) !== index)
}

/** IAM's limit for one managed policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const limitCharacters = 6144

const longest: Readonly<Record<string, string>> = {
  company_prefix: 'x'.repeat(18),
  env: 'staging',
  tenant_id: 'x001',
  prefix: 'x'.repeat(18 + 1 + 'staging'.length + 1 + 4),
  prefix_underscore: 'x'.repeat(18 + 1 + 'staging'.length + 1 + 4),
  account_id: '123456789012',
  region: 'ap-southeast-1',
  partition: 'aws-us-gov',
}

/** Characters of each document that the template makes, with placeholders at their longest. */
export function documentSizes(template: PolicyTemplate): number[] {
  const parts = partsOf(template)
  return (parts.length === 0 ? [undefined] : parts).map((part) => {
    const statements = template.statements.filter((statement) => statement.part === part)
    const written = statements.map(({ reason: _r, suppress: _s, part: _p, ...statement }) => statement)
    const text = JSON.stringify({ Version: '2012-10-17', Statement: written })
    const filled = text.replace(/\$\{([a-z_]+)\}/g, (all, name: string) => longest[name] ?? all)
    return documentCharacters(JSON.parse(filled))
  })
}

/** Each document stays within IAM's limit at the longest prefix. */
export const sizesFit: Rule = (template) =>
  documentSizes(template)
    .filter((characters) => characters > limitCharacters)
    .map((characters) => `${characters} characters, at most ${limitCharacters}`)

const live = ['endpoint', 'inference-component'].map(
  (type) => `arn:\${partition}:sagemaker:\${region}:\${account_id}:${type}/\${prefix}-live-*`,
)

/** What changes an endpoint, or what runs behind one. */
const liveWrites = [
  'sagemaker:CreateEndpoint',
  'sagemaker:CreateInferenceComponent',
  'sagemaker:DeleteEndpoint',
  'sagemaker:DeleteInferenceComponent',
  'sagemaker:UpdateEndpoint',
  'sagemaker:UpdateEndpointWeightsAndCapacities',
  'sagemaker:UpdateInferenceComponent',
  'sagemaker:UpdateInferenceComponentRuntimeConfig',
]

/** Whoever can change endpoints is denied the live ones, without a condition. */
export const liveEndpointsUntouched: Rule = ({ statements }) =>
  liveWrites.flatMap((action) => {
    const touching = statements.filter(
      ({ Effect, ...rest }) => Effect === 'Allow' && reaches(rest, action, live),
    )
    const denying = statements.filter(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined)
    const isDenied = live.every((arn) =>
      denying.some(
        (deny) => actionsOf(deny).includes(action) && resourcesOf(deny).some((wide) => covers(wide, arn)),
      ),
    )
    return touching.length === 0 || isDenied ? [] : [action]
  })

function reaches(
  statement: Parameters<typeof actionsOf>[0],
  action: string,
  arns: readonly string[],
): boolean {
  const isNamed = actionsOf(statement).some((pattern) => covers(pattern, action))
  const patterns = resourcesOf(statement).map(patternOfTemplate)
  return isNamed && arns.some((arn) => patterns.some((pattern) => canMatch(pattern, patternOfTemplate(arn))))
}

/** Nobody approves a model package: no update, and creation only with another state. */
export const nothingApproved: Rule = ({ statements }) =>
  statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((statement) => {
      const creates = actionsOf(statement).some((action) => covers(action, 'sagemaker:CreateModelPackage'))
      const updates = actionsOf(statement).some((action) => covers(action, 'sagemaker:UpdateModelPackage'))
      const isHeld = testsOf(statement).some(
        ({ operator, key, values }) =>
          key === 'sagemaker:ModelApprovalStatus' &&
          /^StringEquals/.test(operator) &&
          !values.includes('Approved'),
      )
      return updates || (creates && !isHeld) ? [`${statement.Sid}: can approve a model package`] : []
    })

/** Only kinds made for it call live endpoints. */
export const liveEndpointsNotInvoked: Rule = ({ level, statements }) => {
  if (level === 'level1-prod') return []
  const denying = statements.filter(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined)
  return [
    'sagemaker:InvokeEndpoint',
    'sagemaker:InvokeEndpointAsync',
    'sagemaker:InvokeEndpointWithResponseStream',
  ]
    .filter((action) =>
      statements.some((statement) => statement.Effect === 'Allow' && reaches(statement, action, live)),
    )
    .filter((action) => !live.every((arn) => denying.some((deny) => reaches(deny, action, [arn]))))
}

/** Changing the tag `estate` would move a resource between estates. */
export const estateTagUnchanged: Rule = ({ statements }) =>
  statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((statement) =>
      actionsOf(statement)
        .filter((action) =>
          /:(\w*Tag(Resource|s|ging|LogGroup)?|\w*Untag\w*|AddTags\w*|RemoveTags\w*)$/.test(action),
        )
        .filter((action) => !/:(Get|List|Describe)/.test(action))
        .filter(() => !isTagHeld(statement))
        .map((action) => `${statement.Sid}: ${action}`),
    )

function isTagHeld(statement: Parameters<typeof testsOf>[0]): boolean {
  return (
    hasTest(statement, 'StringEquals', 'aws:RequestTag/estate', '${prefix}') ||
    testsOf(statement).some(
      ({ operator, key, values }) =>
        (operator === 'ForAllValues:StringNotEqualsIgnoreCase' &&
          /TagKeys$/.test(key) &&
          values.includes('estate')) ||
        key === 'sagemaker:TaggingAction',
    )
  )
}

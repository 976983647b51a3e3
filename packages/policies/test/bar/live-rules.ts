import { canMatch, covers, patternOfTemplate } from './arn-pattern.js'
import { actionsOf, type Rule, resourcesOf, testsOf } from './statements.js'

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
      (statement) => statement.Effect === 'Allow' && reaches(statement, action, live),
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

/** Only the kinds that are made for it call live endpoints; who may call others is denied the live ones. */
export const liveEndpointsNotInvoked: Rule = ({ level, statements }) => {
  if (level === 'level1-prod' || level === 'level1-invoke') return []
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

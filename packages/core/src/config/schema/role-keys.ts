import Type from 'typebox'
import { iamLimits } from '../../limits/iam-limits.js'

/** ARN or name of a managed policy that limits a role. */
export const boundarySchema = Type.String({
  pattern: '^(?:arn:[a-z-]+:iam::(?:[0-9]{12}|aws):policy/[\\w+=,.@/-]+|[\\w+=,.@/-]{1,128})$',
  patternErrorMessage: 'the ARN or the name of a managed policy',
  description: 'Permissions boundary: the ARN of a managed policy, or the name of one in this account.',
  examples: ['ml-boundary'],
})

const { sessionSeconds } = iamLimits

/** The key `max_session_seconds` of every role. */
export const maxSessionSeconds = Type.Optional(
  Type.Integer({
    minimum: sessionSeconds.minimum,
    maximum: sessionSeconds.maximum,
    description: 'Longest session, in seconds: 3,600 to 43,200.',
    default: sessionSeconds.default,
    examples: [3600],
  }),
)

import Type from 'typebox'
import { textOrTexts, texts } from './keys.js'
import { statementsSchema } from './statement.js'

/**
 * Characters that IAM takes in a role's description.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html | CreateRole}
 */
const descriptionPattern = '^[\\t\\n\\r\\x20-\\x7E\\xA1-\\xFF]*$'

/** The four keys that every group and role takes. */
export const permissionKeys = {
  description: Type.Optional(
    Type.String({
      pattern: descriptionPattern,
      maxLength: 1000,
      patternErrorMessage: 'a text in plain Latin letters (IAM takes no long dash, curly quote or emoji)',
      description: 'What the entry is for. A role carries it in IAM.',
      default: '',
      examples: ['Builds models and deploys them to endpoints that are not live.'],
    }),
  ),
  managed_policies: Type.Optional(
    texts(Type.String({ minLength: 1, patternErrorMessage: 'the name or the ARN of a managed policy' }), {
      description:
        'AWS managed policies by name (`job-function/SupportUser` with its path), or any managed policy by ARN.',
      default: [],
      examples: [['CloudWatchLogsReadOnlyAccess']],
    }),
  ),
  policy_assignments: Type.Optional(
    Type.Record(
      // Which services there are is a rule, which knows their names.
      Type.String({ pattern: '^[\\s\\S]*$' }),
      textOrTexts(Type.String({ minLength: 1, patternErrorMessage: 'a level such as level2' }), {
        description: 'A level of the service, or several.',
        examples: ['level2'],
      }),
      {
        additionalProperties: false,
        description: 'Service to level, or to a list of levels, of the policy templates.',
        default: {},
        examples: [{ s3: 'level2', sagemaker: ['level2', 'level1-prod'] }],
      },
    ),
  ),
  statements: Type.Optional(statementsSchema),
}

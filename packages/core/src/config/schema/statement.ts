import Type from 'typebox'
import { textOrTexts } from './keys.js'

const anyText = Type.String()

/** A statement as people write it. The words about its faults come from the statement check, which sees more. */
const statementSchema = Type.Object(
  {
    Sid: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9]+$',
        patternErrorMessage: 'letters and digits only',
        description: 'Name of the statement, unique among its neighbours.',
        examples: ['BucketsList'],
      }),
    ),
    reason: Type.Optional(
      Type.String({
        description: 'Why the statement is needed, in one line. It does not reach the policy.',
        examples: ['training data in'],
      }),
    ),
    suppress: Type.Optional(
      Type.Array(
        Type.Object(
          {
            rule: Type.String({
              description: 'The rule that is set aside here.',
              examples: ['open-resource'],
            }),
            reason: Type.String({ description: 'Why it may be.', examples: ['the call takes no resource'] }),
          },
          { additionalProperties: false },
        ),
        {
          description: 'Rules that are set aside for this statement. They do not reach the policy.',
          default: [],
          examples: [[{ rule: 'open-resource', reason: 'the call takes no resource' }]],
        },
      ),
    ),
    part: Type.Optional(
      Type.Integer({
        minimum: 1,
        description:
          'Which document the statement goes into, where all of them pass the size of one. All statements of an entry carry it, or none.',
        examples: [1],
      }),
    ),
    Effect: Type.Enum(['Allow', 'Deny'], { description: 'Allow or Deny.', examples: ['Allow'] }),
    Action: Type.Optional(
      textOrTexts(anyText, { description: 'Actions, such as s3:GetObject.', examples: [['s3:GetObject']] }),
    ),
    NotAction: Type.Optional(
      textOrTexts(anyText, { description: 'All actions but these; only with Deny.', examples: [['iam:*']] }),
    ),
    Resource: Type.Optional(
      textOrTexts(anyText, {
        description: 'ARNs, with placeholders such as ${prefix}.',
        examples: [['arn:${partition}:s3:::${prefix}-*']],
      }),
    ),
    NotResource: Type.Optional(
      textOrTexts(anyText, {
        description: 'All resources but these; only with Deny.',
        examples: [['arn:${partition}:s3:::${prefix}-*']],
      }),
    ),
    Condition: Type.Optional(
      Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), {
        description: 'Operator, condition key, value or values.',
        examples: [{ StringEquals: { 'aws:ResourceAccount': '${account_id}' } }],
      }),
    ),
  },
  { additionalProperties: false },
)

/** The key `statements` of every group and role. */
export const statementsSchema = Type.Array(statementSchema, {
  // The shape check leaves them alone, so that a fault is not reported twice.
  'x-checked-by': 'statements',
  description:
    'IAM statements written in full, for what no policy template covers. The same placeholders as in templates.',
  default: [],
  examples: [
    [
      {
        Sid: 'Buckets',
        Effect: 'Allow',
        Action: ['s3:ListBucket'],
        Resource: ['arn:${partition}:s3:::${prefix}-*'],
      },
    ],
  ],
})

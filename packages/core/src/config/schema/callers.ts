import Type from 'typebox'
import { texts } from './keys.js'

/** Who of the account may assume an assumable role. */
export const callersSchema = Type.Object(
  {
    users: Type.Optional(
      texts(Type.String({ pattern: '^[\\w+=,.@-]{1,64}$', patternErrorMessage: 'the name of an IAM user' }), {
        description: 'Names of the only IAM users that may assume the role. Default: every user.',
        examples: [['alice', 'bob']],
      }),
    ),
    path: Type.Optional(
      Type.String({
        pattern: '^/(?:[\\w+=,.@-]+/)*$',
        patternErrorMessage: 'a path that begins and ends in a slash',
        description: 'Only IAM users below this path. Default: every path.',
        examples: ['/ml/'],
      }),
    ),
    tag: Type.Optional(
      Type.Object(
        {
          key: Type.String({
            minLength: 1,
            maxLength: 128,
            description: 'Key of the principal tag.',
            examples: ['team'],
          }),
          value: Type.String({ maxLength: 256, description: 'Its value.', examples: ['ml'] }),
        },
        {
          additionalProperties: false,
          description:
            'Only callers with this principal tag. Whoever may change the tag may then assume the role.',
          examples: [{ key: 'team', value: 'ml' }],
        },
      ),
    ),
    roles: Type.Optional(
      texts(
        Type.String({
          pattern: '^arn:[a-z-]+:iam::[0-9]{12}:role/[\\w+=,.@/*?-]+$',
          patternErrorMessage: 'the ARN of a role, or a pattern of ARNs',
        }),
        {
          description:
            'Roles that may assume this one too, as ARNs or patterns, for people who are in no IAM group. Default: none.',
          default: [],
          examples: [['arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ml_*']],
        },
      ),
    ),
  },
  {
    additionalProperties: false,
    description:
      'Narrows the trust below all users of the account, or opens it to roles. Default: every IAM user, no role.',
    examples: [{ path: '/ml/' }],
  },
)

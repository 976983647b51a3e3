import fc from 'fast-check'
import { documentTexts } from './arbitrary-texts.js'

/** A statement as a config holds it. */
export type WrittenStatement = Readonly<Record<string, unknown>>

const actions = fc.constantFrom(
  's3:GetObject',
  's3:PutObject',
  'sqs:SendMessage',
  'logs:Get*',
  'ec2:DescribeVpcs',
)
const resources = fc.constantFrom(
  '*',
  'arn:${partition}:s3:::${prefix}-*/*',
  'arn:${partition}:sqs:${region}:${account_id}:${prefix}-${aws:username}',
  'arn:${partition}:glue:${region}:${account_id}:table/${prefix_underscore}_x/${*}',
  'arn:${partition}:iam::${account_id}:role/${prefix}-role-*',
)

const oneOrMany = <Item>(item: fc.Arbitrary<Item>) =>
  fc.oneof(item, fc.uniqueArray(item, { minLength: 1, maxLength: 3 }))

const conditionKeys = fc.constantFrom(
  'aws:PrincipalTag/${prefix}',
  'aws:username',
  's3:prefix',
  'aws:RequestTag/on',
)
const conditions = fc.dictionary(
  fc.constantFrom('StringEquals', 'StringLike', 'ForAnyValue:StringLike'),
  fc.dictionary(conditionKeys, oneOrMany(documentTexts), { minKeys: 1, maxKeys: 2 }),
  { minKeys: 1, maxKeys: 2 },
)

const statement = fc.record(
  {
    reason: fc.constant('needed'),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: oneOrMany(actions),
    Resource: oneOrMany(resources),
    Condition: conditions,
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] },
)

/** At most three statements without faults; all of them carry parts, or none does. */
export const statementLists: fc.Arbitrary<readonly WrittenStatement[]> = fc
  .tuple(fc.array(statement, { maxLength: 3 }), fc.boolean())
  .map(([statements, isParted]) =>
    statements.map((written, index) => ({
      Sid: `S${index}`,
      ...written,
      ...(isParted && { part: index === 0 ? 1 : (index % 2) + 1 }),
    })),
  )

import { didYouMean, issueKind } from '@sec/common'
import type { Found } from './found.js'

/** Faults of the properties of IAM resources and SSM parameters. */
export const resourceKinds = {
  TEMPLATE_UNKNOWN_PROPERTY: issueKind<Found & { where: string }>({
    severity: 'error',
    meaning:
      'A resource of IAM, or an SSM parameter, has a property that its type does not know; case matters.',
    message: ({ found, where, nearest }) => `${where} has no property ${found}${didYouMean(nearest)}`,
    hint: () => 'rename or remove the property',
    sample: { found: '"ManagedPolicyArn"', where: 'AWS::IAM::Role', nearest: 'ManagedPolicyArns' },
  }),
  TEMPLATE_MISSING_PROPERTY: issueKind<{ property: string; where: string }>({
    severity: 'error',
    meaning: 'A resource of IAM, or an SSM parameter, lacks a property that its type needs.',
    message: ({ property, where }) => `${where} has no ${property}, which it needs`,
    hint: ({ property }) => `add ${property}`,
    sample: { property: 'AssumeRolePolicyDocument', where: 'AWS::IAM::Role' },
  }),
  TEMPLATE_PROPERTY_TYPE: issueKind<{ property: string; found: string; expected: string }>({
    severity: 'error',
    meaning: 'A property has a value of another kind than its type takes.',
    message: ({ property, found, expected }) => `found ${found} as ${property}, expected ${expected}`,
    hint: ({ expected }) => `write ${expected}`,
    sample: { property: 'ManagedPolicyArns', found: 'the text "arn:x"', expected: 'a list' },
  }),
  TEMPLATE_PROPERTY_VALUE: issueKind<{ property: string; found: string; expected: string }>({
    severity: 'error',
    meaning: 'A property has a value outside what AWS allows for it.',
    message: ({ property, found, expected }) => `found ${found} as ${property}, expected ${expected}`,
    hint: ({ expected }) => `write ${expected}`,
    sample: { property: 'MaxSessionDuration', found: 'the number 100', expected: '3600 to 43200 (seconds)' },
  }),
  TEMPLATE_PROPERTY_TOO_LONG: issueKind<{ property: string; characters: number; limit: number }>({
    severity: 'error',
    meaning: 'A name, path, description or value is longer than AWS allows.',
    message: ({ property, characters, limit }) =>
      `${property} has ${characters} characters, at most ${limit} are allowed`,
    hint: () => 'shorten it',
    sample: { property: 'RoleName', characters: 70, limit: 64 },
  }),
  TEMPLATE_RESOURCE_NAME_TWICE: issueKind<{ name: string; other: string }>({
    severity: 'error',
    meaning: 'Two resources of one type have the same name; IAM compares names without regard to case.',
    message: ({ name, other }) => `the name ${name} is taken by the resource "${other}" of the same type`,
    hint: () => 'give one of them another name; IAM ignores case when it compares names',
    sample: { name: '"deploy"', other: 'DeployRole' },
  }),
  TEMPLATE_LIST_ITEM_TWICE: issueKind<{ property: string; found: string }>({
    severity: 'error',
    meaning: 'A list of distinct items holds one twice.',
    message: ({ property, found }) => `${found} stands twice in ${property}`,
    hint: () => 'remove one of them',
    sample: { property: 'ManagedPolicyArns', found: '"arn:aws:iam::aws:policy/ReadOnlyAccess"' },
  }),
  TEMPLATE_POLICY_UNATTACHED: issueKind<{ where: string }>({
    severity: 'error',
    meaning: 'AWS::IAM::Policy is an inline policy and needs a group, role or user to stand in.',
    message: ({ where }) => `${where} has none of Groups, Roles and Users, expected at least one`,
    hint: () => 'add Groups, Roles or Users, or use AWS::IAM::ManagedPolicy',
    sample: { where: 'AWS::IAM::Policy' },
  }),
  TEMPLATE_TOO_MANY_POLICIES: issueKind<{ name: string; count: number; limit: number }>({
    severity: 'error',
    meaning:
      'More managed policies are attached to a group, role or user than IAM allows. For roles, up to 25 are a matter of a quota that AWS raises on request.',
    message: ({ name, count, limit }) =>
      `"${name}" has ${count} managed policies, at most ${limit} are allowed`,
    hint: () => 'merge some of the policies, or ask AWS for a higher quota where there is one',
    sample: { name: 'Team', count: 11, limit: 10 },
  }),
} as const

import { didYouMean, issueKind } from '@sec/common'
import type { Found } from './found.js'

/** Faults of policy documents inside IAM resources. */
export const policyKinds = {
  TEMPLATE_POLICY_SHAPE: issueKind<{ what: string; found: string; expected: string }>({
    severity: 'error',
    meaning: 'A part of a policy document is of another kind than IAM takes.',
    message: ({ what, found, expected }) => `found ${found} as ${what}, expected ${expected}`,
    hint: ({ expected }) => `write ${expected}`,
    sample: { what: 'Statement', found: 'the text "x"', expected: 'a list of statements' },
  }),
  TEMPLATE_POLICY_KEY: issueKind<Found & { where: string }>({
    severity: 'error',
    meaning: 'A policy document, statement or principal has a key that IAM does not know; case matters.',
    message: ({ found, where, nearest }) => `${where} has no key ${found}${didYouMean(nearest)}`,
    hint: () => 'rename or remove the key',
    sample: { found: '"Actions"', where: 'a statement', nearest: 'Action' },
  }),
  TEMPLATE_POLICY_MISSING: issueKind<{ where: string; element: string }>({
    severity: 'error',
    meaning: 'A policy document or statement lacks an element that IAM needs.',
    message: ({ where, element }) => `${where} has no ${element}`,
    hint: ({ element }) => `add ${element}`,
    sample: { where: 'the statement', element: 'Effect' },
  }),
  TEMPLATE_POLICY_EXCLUSIVE: issueKind<{ first: string; second: string }>({
    severity: 'error',
    meaning: 'Action and NotAction, Resource and NotResource, Principal and NotPrincipal exclude each other.',
    message: ({ first, second }) => `the statement has ${second} beside ${first}, expected only one of them`,
    hint: ({ second }) => `remove ${second}, or make it a statement of its own`,
    sample: { first: 'Action', second: 'NotAction' },
  }),
  TEMPLATE_POLICY_MISPLACED: issueKind<{ element: string; policy: string }>({
    severity: 'error',
    meaning:
      'A principal stands in an identity policy, or a resource or NotPrincipal in a trust policy: IAM refuses both.',
    message: ({ element, policy }) => `${element} is not allowed in ${policy}`,
    hint: ({ element }) => `remove ${element}`,
    sample: { element: 'Resource', policy: 'a trust policy' },
  }),
  TEMPLATE_POLICY_EMPTY: issueKind<{ what: string }>({
    severity: 'error',
    meaning: 'A list in a policy document is empty; IAM refuses it.',
    message: ({ what }) => `${what} is an empty list`,
    hint: ({ what }) => `add an item to ${what}`,
    sample: { what: 'Action' },
  }),
  TEMPLATE_POLICY_VERSION: issueKind<{ found: string }>({
    severity: 'error',
    meaning:
      'The version of a policy document is none that IAM knows. `2012-10-17T00:00:00.000Z` comes of a tool that read the version as a date.',
    message: ({ found }) => `found ${found} as policy version, expected "2012-10-17"`,
    hint: () => "write Version: '2012-10-17', in quotes",
    sample: { found: 'the text "2012-10-17T00:00:00.000Z"' },
  }),
  TEMPLATE_POLICY_VERSION_OLD: issueKind<{ found: string }>({
    severity: 'warning',
    meaning:
      'The policy document has no version, or the old one, with which variables such as `${aws:username}` are plain text.',
    message: ({ found }) => `found ${found} as policy version, expected "2012-10-17"`,
    hint: () => "write Version: '2012-10-17'; without it, policy variables are plain text",
    sample: { found: 'nothing' },
  }),
  TEMPLATE_POLICY_EFFECT: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'Effect is Allow or Deny, spelled so.',
    message: ({ found }) => `found ${found} as Effect, expected Allow or Deny`,
    hint: () => 'write Allow or Deny with a capital letter',
    sample: { found: 'the text "allow"' },
  }),
  TEMPLATE_POLICY_ACTION: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'An action is "*", or a service, a colon and an action.',
    message: ({ found }) => `${found} is no action, expected a form such as "s3:GetObject"`,
    hint: () => 'write the service’s prefix, a colon and the action; wildcards are "*" and "?"',
    sample: { found: '"GetObject"' },
  }),
  TEMPLATE_POLICY_RESOURCE: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A resource in a policy is "*" or an ARN.',
    message: ({ found }) => `${found} is no resource, expected an ARN or "*"`,
    hint: () => 'write the whole ARN, such as arn:aws:s3:::bucket/*',
    sample: { found: '"my-bucket"' },
  }),
  TEMPLATE_POLICY_OPERATOR: issueKind<Found>({
    severity: 'error',
    meaning: 'A condition uses an operator that IAM does not know; case matters.',
    message: ({ found, nearest }) => `there is no condition operator ${found}${didYouMean(nearest)}`,
    hint: () => 'use an operator such as StringEquals, StringLike, ArnLike, Bool or IpAddress',
    sample: { found: '"StringEqual"', nearest: 'StringEquals' },
  }),
  TEMPLATE_POLICY_CONDITION_KEY: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A condition key has a prefix and a colon.',
    message: ({ found }) => `${found} is no condition key, expected a form such as "aws:SourceAccount"`,
    hint: () => 'write the key with its prefix',
    sample: { found: '"SourceAccount"' },
  }),
  TEMPLATE_POLICY_SID: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A Sid has letters and digits only.',
    message: ({ found }) => `found ${found} as Sid, expected letters and digits only`,
    hint: () => 'remove other characters, white space too',
    sample: { found: 'the text "read only"' },
  }),
  TEMPLATE_POLICY_SID_TWICE: issueKind<{ sid: string }>({
    severity: 'error',
    meaning: 'Two statements of one document have the same Sid.',
    message: ({ sid }) => `the Sid "${sid}" stands twice in this document`,
    hint: () => 'rename or remove one of them',
    sample: { sid: 'ReadOnly' },
  }),
  TEMPLATE_POLICY_SUB_MISSING: issueKind<{ found: string }>({
    severity: 'warning',
    meaning: 'A text of a policy names something of the template in `${...}`, but is not inside Fn::Sub.',
    message: ({ found }) => `${found} stands outside Fn::Sub and will stay as it is written`,
    hint: () => 'put the text into Fn::Sub',
    sample: { found: '"${BucketName}"' },
  }),
  TEMPLATE_POLICY_TOO_LARGE: issueKind<{ what: string; characters: number; limit: number }>({
    severity: 'error',
    meaning:
      'A policy document, or the inline policies of a group, role or user together, exceed IAM’s size, white space not counted. Of functions only the literal parts are counted.',
    message: ({ what, characters, limit }) =>
      `${what} has at least ${characters} characters without white space, at most ${limit} are allowed`,
    hint: () => 'divide it into several managed policies, or use fewer or wider statements',
    sample: { what: 'the managed policy', characters: 7000, limit: 6144 },
  }),
  TEMPLATE_TRUST_ACTION: issueKind<{ found: string }>({
    severity: 'error',
    meaning:
      'A trust policy holds only sts:AssumeRole, sts:AssumeRoleWithSAML, sts:AssumeRoleWithWebIdentity, sts:TagSession, sts:SetSourceIdentity and sts:SetContext.',
    message: ({ found }) => `${found} is not allowed in a trust policy, expected sts:AssumeRole or its like`,
    hint: () => 'put what the role may do into its policies; the trust policy says who may assume it',
    sample: { found: '"s3:GetObject"' },
  }),
  TEMPLATE_PRINCIPAL_GROUP: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A group cannot be a principal.',
    message: ({ found }) => `${found} is a group, which cannot be a principal`,
    hint: () => 'name roles or users, or the account with a condition on aws:PrincipalArn',
    sample: { found: '"arn:aws:iam::111122223333:group/dev"' },
  }),
  TEMPLATE_PRINCIPAL_WILDCARD: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'The ARN of a principal cannot hold wildcards.',
    message: ({ found }) => `${found} has a wildcard, which the ARN of a principal cannot hold`,
    hint: () => 'name the account, with an ArnLike condition on aws:PrincipalArn',
    sample: { found: '"arn:aws:iam::111122223333:role/dev-*"' },
  }),
  TEMPLATE_PRINCIPAL_FORM: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'A principal is neither an account, an ARN nor a service.',
    message: ({ found, expected }) => `${found} is no principal, expected ${expected}`,
    hint: () => 'quote account ids, and write services as in "lambda.amazonaws.com"',
    sample: { found: '"lambda"', expected: 'a service such as "lambda.amazonaws.com"' },
  }),
} as const

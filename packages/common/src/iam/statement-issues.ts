// biome-ignore-all lint/suspicious/noTemplateCurlyInString: messages show placeholders as people write them.
import { issueKind, issueMaker } from '../issue/issue-kinds.js'
import { didYouMean } from '../text/nearest.js'

/** What most kinds say of: a name or value as it stands in the text, and the known one next to it. */
type Found = { readonly found: string; readonly nearest: string | undefined }

/** Faults of statements that people write, in a config or a policy template. */
export const statementIssueKinds = {
  STATEMENTS_NOT_A_LIST: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'Statements are written as a list, also when there is only one.',
    message: ({ found }) => `found ${found}, expected a list of statements`,
    hint: () => 'start each statement with "- " and put Effect, Action and Resource below it',
    sample: { found: 'a map' },
  }),
  STATEMENTS_EMPTY: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'A policy without statements grants nothing and IAM refuses it.',
    message: () => 'the list of statements is empty, expected at least one',
    hint: () => 'add a statement with Effect, Action and Resource',
    sample: {},
  }),
  STATEMENT_NOT_A_MAP: issueKind<{ found: string }>({
    severity: 'error',
    meaning: "A statement is a map of IAM's own keys: Effect, Action, Resource and so on.",
    message: ({ found }) => `found ${found}, expected a statement (a map with Effect, Action and Resource)`,
    hint: () => 'write Effect, Action and Resource below the "- "',
    sample: { found: 'the text "s3:GetObject"' },
  }),
  STATEMENT_UNKNOWN_KEY: issueKind<Found & { known: readonly string[] }>({
    severity: 'error',
    meaning: 'A statement holds a key that neither IAM nor this tool knows; case matters.',
    message: ({ found, nearest }) => `the key ${found} is not known in a statement${didYouMean(nearest)}`,
    hint: ({ known }) => `a statement takes ${known.join(', ')}`,
    sample: { found: '"Actions"', nearest: 'Action', known: ['Effect', 'Action'] },
  }),
  STATEMENT_PRINCIPAL: issueKind<{ key: string }>({
    severity: 'error',
    meaning:
      'Principal and NotPrincipal belong to trust policies and resource policies; IAM refuses an identity policy with one.',
    message: ({ key }) =>
      `${key} stands in the policy of a group or role, whose principal is the group or role itself`,
    hint: ({ key }) => `remove ${key}; who may assume a role is said by the role's own keys`,
    sample: { key: 'Principal' },
  }),
  STATEMENT_NO_EFFECT: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'Every statement says whether it allows or denies; IAM has no default.',
    message: () => 'the statement has no Effect, expected Allow or Deny',
    hint: () => 'add "Effect: Allow" or "Effect: Deny"',
    sample: {},
  }),
  STATEMENT_EFFECT: issueKind<Found>({
    severity: 'error',
    meaning: 'Effect is Allow or Deny, spelled so: IAM compares it with case.',
    message: ({ found, nearest }) => `found ${found} as Effect, expected Allow or Deny${didYouMean(nearest)}`,
    hint: () => 'write Allow or Deny with a capital letter',
    sample: { found: '"allow"', nearest: 'Allow' },
  }),
  STATEMENT_NO_ACTION: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'Every statement names actions, by Action or NotAction.',
    message: () => 'the statement has neither Action nor NotAction',
    hint: () => 'add Action with a list such as s3:GetObject',
    sample: {},
  }),
  STATEMENT_NO_RESOURCE: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'Every statement of an identity policy names resources, by Resource or NotResource.',
    message: () => 'the statement has neither Resource nor NotResource',
    hint: () => 'add Resource with a list of ARNs, or "*" for actions that take no resource',
    sample: {},
  }),
  STATEMENT_EXCLUSIVE_KEYS: issueKind<{ first: string; second: string }>({
    severity: 'error',
    meaning: 'Action and NotAction, and Resource and NotResource, exclude each other in one statement.',
    message: ({ first, second }) => `the statement has ${second} beside ${first}, expected only one of them`,
    hint: ({ first, second }) =>
      `remove one of them, or make two statements: one with ${first}, one with ${second}`,
    sample: { first: 'Action', second: 'NotAction' },
  }),
  STATEMENT_EMPTY: issueKind<{ key: string }>({
    severity: 'error',
    meaning:
      'A list or map of a statement holds nothing, so that the statement means something else than it seems to.',
    message: ({ key }) => `${key} is empty, expected at least one entry`,
    hint: ({ key }) => `fill ${key}, or remove what it stands in`,
    sample: { key: 'Action' },
  }),
  STATEMENT_NOT_TEXT: issueKind<{ key: string; found: string }>({
    severity: 'error',
    meaning: 'Actions and resources are texts or lists of texts.',
    message: ({ key, found }) => `found ${found} in ${key}, expected a text`,
    hint: () => 'write a text, in quotes where it starts with "*" or looks like a number',
    sample: { key: 'Action', found: 'the number 5' },
  }),
  STATEMENT_ACTION_FORM: issueKind<{ found: string }>({
    severity: 'error',
    meaning:
      'An action is the prefix of a service, a colon and a name, in which `*` and `?` are wildcards; or `*` alone.',
    message: ({ found }) => `found ${found}, expected an action such as s3:GetObject`,
    hint: () => 'write service:Name as the Service Authorization Reference spells it',
    sample: { found: '"GetObject"' },
  }),
  STATEMENT_RESOURCE_FORM: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A resource is `*` or an ARN with its six parts: arn:partition:service:region:account:resource.',
    message: ({ found }) => `found ${found}, expected "*" or an ARN with six parts`,
    hint: () =>
      'write an ARN such as arn:${partition}:s3:::${prefix}-*; region and account may be empty where AWS says so',
    sample: { found: '"my-bucket"' },
  }),
  STATEMENT_CONDITION_FORM: issueKind<{ key: string; found: string; expected: string }>({
    severity: 'error',
    meaning:
      'A condition is a map of operators, each a map of condition keys, each a value or a list of values.',
    message: ({ key, found, expected }) => `found ${found} for ${key}, expected ${expected}`,
    hint: () =>
      'write operator, condition key and value below each other, such as StringEquals, aws:SourceAccount, "123456789012"',
    sample: { key: 'StringEquals', found: 'the text "x"', expected: 'a map of condition keys' },
  }),
  STATEMENT_OPERATOR: issueKind<Found>({
    severity: 'error',
    meaning:
      'IAM does not know the condition operator; ForAllValues: or ForAnyValue: before it and IfExists after it are allowed (not IfExists after Null).',
    message: ({ found, nearest }) => `${found} is no condition operator${didYouMean(nearest)}`,
    hint: () => 'use an operator of IAM such as StringEquals, ArnLike or Bool; case matters',
    sample: { found: '"StringEqual"', nearest: 'StringEquals' },
  }),
  STATEMENT_CONDITION_KEY: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A condition key is the prefix of a service or `aws`, a colon and a name.',
    message: ({ found }) => `${found} is no condition key, expected one such as aws:SourceAccount`,
    hint: () => 'write prefix:Name as the Service Authorization Reference spells it',
    sample: { found: '"SourceAccount"' },
  }),
  STATEMENT_TRUE_OR_FALSE: issueKind<{ operator: string; found: string }>({
    severity: 'error',
    meaning: 'The operators Null and Bool take true or false and nothing else.',
    message: ({ operator, found }) => `found ${found} for the operator ${operator}, expected true or false`,
    hint: () => 'write true or false; with Null, true means that the key is absent from the request',
    sample: { operator: 'Null', found: '"yes"' },
  }),
  STATEMENT_NUMBER_NOT_EXACT: issueKind<{ key: string; found: string }>({
    severity: 'error',
    meaning:
      'The number would not keep its digits as text: an account id (leading zeros), or too large or not finite.',
    message: ({ key, found }) =>
      `found ${found} for ${key}, expected a text: as a number it may have lost digits`,
    hint: () => 'put the value in quotes',
    sample: { key: 'aws:SourceAccount', found: 'the number 12345678901' },
  }),
  STATEMENT_NO_SID: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'Every statement of a policy template has a Sid, by which reports name it.',
    message: () => 'the statement has no Sid',
    hint: () => 'add a Sid of letters and digits, unique in the file',
    sample: {},
  }),
  STATEMENT_SID_FORM: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A Sid holds letters A to Z, a to z and digits only.',
    message: ({ found }) => `found ${found} as Sid, expected a text of letters and digits only`,
    hint: () => 'write it in one word, such as ReadProjectBuckets',
    sample: { found: '"read-buckets"' },
  }),
  STATEMENT_SID_TWICE: issueKind<{ sid: string; first: number }>({
    severity: 'error',
    meaning: 'Two statements of one list have the same Sid; IAM wants it unique in a document.',
    message: ({ sid, first }) => `the Sid "${sid}" is that of statement ${first} too`,
    hint: () => 'give each statement a Sid of its own',
    sample: { sid: 'ReadBuckets', first: 1 },
  }),
  STATEMENT_NO_REASON: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'Every statement of a policy template says in one line why it is there.',
    message: () => 'the statement has no reason',
    hint: () => 'add "reason:" with one line for the person who reviews the policy',
    sample: {},
  }),
  STATEMENT_REASON: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A reason is a text of one line that is not blank.',
    message: ({ found }) => `found ${found} as reason, expected a text of one line`,
    hint: () => 'write one line, in quotes where it holds a colon followed by a space',
    sample: { found: 'a list' },
  }),
  STATEMENT_SUPPRESS: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'suppress is a list of maps, each with the rule that is set aside and the reason, both texts.',
    message: ({ found, expected }) => `found ${found}, expected ${expected}`,
    hint: () => 'write a list of "- rule: ..." with "reason: ..." below each rule',
    sample: { found: 'the text "x"', expected: 'a list of maps with rule and reason' },
  }),
  STATEMENT_PART: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'part is the number of the document that the statement goes into, counted from 1.',
    message: ({ found }) => `found ${found} as part, expected a whole number from 1 upwards`,
    hint: () => 'write "part: 1", "part: 2" and so on, without quotes',
    sample: { found: 'the number 0' },
  }),
  STATEMENT_PART_MISSING: issueKind<Record<string, never>>({
    severity: 'error',
    meaning:
      'Where one statement of a list has a part, every statement needs one: the tool never chooses the document.',
    message: () => 'the statement has no part, but others of the list have one',
    hint: () => 'give every statement of the list a part, or none',
    sample: {},
  }),
  STATEMENT_PART_GAP: issueKind<{ found: number; missing: number }>({
    severity: 'error',
    meaning: 'Parts are numbered from 1 without a gap.',
    message: ({ found, missing }) => `found part ${found}, but no statement has part ${missing}`,
    hint: ({ missing }) => `number the parts without a gap: use ${missing} next`,
    sample: { found: 3, missing: 2 },
  }),
  STATEMENT_PLACEHOLDER: issueKind<Found & { known: readonly string[] }>({
    severity: 'error',
    meaning:
      'A text holds a placeholder that the tool does not know. Variables of IAM are told by their colon.',
    message: ({ found, nearest }) => `the placeholder ${found} is not known${didYouMean(nearest)}`,
    hint: ({ known }) => `use one of ${known.join(', ')}, or a variable of IAM such as \${aws:username}`,
    sample: { found: '"${prefx}"', nearest: '${prefix}', known: ['${prefix}'] },
  }),
  STATEMENT_PLACEHOLDER_OPEN: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A placeholder is opened by `${` and never closed.',
    message: ({ found }) => `found ${found}, in which \${ is not closed by }`,
    hint: () => 'add the closing brace',
    sample: { found: '"arn:${partition"' },
  }),
  STATEMENT_CHARACTER: issueKind<{ key: string; character: string }>({
    severity: 'error',
    meaning:
      'IAM takes tab, line feed, carriage return and U+0020 to U+00FF in a policy document, and nothing else.',
    message: ({ key, character }) => `found the character ${character} in ${key}, which IAM does not take`,
    hint: () => 'use plain characters: no curly quotes, long dashes or emoji',
    sample: { key: 'Resource', character: 'U+2014' },
  }),
} as const

export const statementIssue = issueMaker(statementIssueKinds)

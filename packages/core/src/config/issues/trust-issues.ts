import { counted, issueKind } from '@sec/common'

/** Faults of who may assume a role. */
export const trustIssueKinds = {
  TRUST_MISSING: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'A cross-account role says nobody who may assume it.',
    message: () => 'nobody is trusted, expected exactly one of trusted_accounts, trusted_principals and oidc',
    hint: () => 'add trusted_principals with the exact ARN of the role that comes from the other account',
    sample: {},
  }),
  TRUST_EXCLUSIVE: issueKind<{ key: string; other: string }>({
    severity: 'error',
    meaning: 'Two keys stand beside each other that exclude each other. The issue stands at the second.',
    message: ({ key, other }) => `"${key}" stands beside "${other}", expected one of them`,
    hint: ({ key, other }) => `take out ${key} or ${other}`,
    sample: { key: 'trusted_principals', other: 'trusted_accounts' },
  }),
  EXTERNAL_ID_MISSING: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'A role for other accounts is protected neither by an external id nor by an organization.',
    message: () => 'neither external_id nor organization_id is set, expected one of them or both',
    hint: () => 'add an external_id of 16 characters or more, made by the other side, or the organization_id',
    sample: {},
  }),
  EXTERNAL_ID_SHORT: issueKind<{ characters: number; limit: number }>({
    severity: 'error',
    meaning: 'The external id is shorter than 16 characters and can be guessed.',
    message: ({ characters, limit }) =>
      `the external id has ${counted(characters, 'character')}, expected at least ${limit}`,
    hint: () => 'use a random external id, such as a UUID',
    sample: { characters: 8, limit: 16 },
  }),
  EXTERNAL_ID_MALFORMED: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'The external id holds characters that AWS does not take, or has more than 1,224.',
    message: () => 'the external id is malformed, expected at most 1,224 letters, digits and + = , . @ : / -',
    hint: () => 'use a random external id, such as a UUID',
    sample: {},
  }),
  PRINCIPAL_WILDCARD: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A trusted principal holds a wildcard.',
    message: ({ found }) => `the principal "${found}" holds a wildcard, expected the exact ARN of a role`,
    hint: () =>
      'name the role exactly, or name the account in trusted_accounts and the pattern in principal_patterns',
    sample: { found: 'arn:aws:iam::444455556666:role/*' },
  }),
  PRINCIPAL_MALFORMED: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'A trusted principal or a pattern of principals is not the ARN of a role.',
    message: ({ found, expected }) => `found the principal "${found}", expected ${expected}`,
    hint: ({ expected }) => `write ${expected}`,
    sample: {
      found: '444455556666',
      expected: 'the exact ARN of a role, such as arn:aws:iam::444455556666:role/ci-deployer',
    },
  }),
  PATTERN_OTHER_ACCOUNT: issueKind<{ pattern: string; accounts: readonly string[] }>({
    severity: 'error',
    meaning: 'A pattern names no role of a trusted account, so that it never matches.',
    message: ({ pattern, accounts }) =>
      `the pattern "${pattern}" is of none of the trusted accounts ${accounts.join(', ')}`,
    hint: () => 'name the account in trusted_accounts, or correct the pattern',
    sample: { pattern: 'arn:aws:iam::999999999999:role/ci-*', accounts: ['444455556666'] },
  }),
  ACCOUNT_WITHOUT_PATTERN: issueKind<{ account: string }>({
    severity: 'warning',
    meaning:
      '`principal_patterns` narrows every trusted account, and none of them is of this account: nobody there can assume the role.',
    message: ({ account }) =>
      `no pattern in principal_patterns is of the account ${account}, so that nobody there gets in`,
    hint: ({ account }) =>
      `add a pattern such as arn:aws:iam::${account}:role/ci-* to principal_patterns, or take the account out`,
    sample: { account: '555566667777' },
  }),
  PATTERNS_WITHOUT_ACCOUNTS: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: '`principal_patterns` narrows `trusted_accounts`, which is absent.',
    message: () => 'principal_patterns stands without trusted_accounts, which it narrows',
    hint: () => 'add trusted_accounts, or take principal_patterns out',
    sample: {},
  }),
  ACCOUNT_ROOT_TRUSTED: issueKind<{ account: string }>({
    severity: 'warning',
    meaning: 'A whole account is trusted: every identity in it that may call sts:AssumeRole gets in.',
    message: ({ account }) => `every identity of the account ${account} is trusted`,
    hint: () => 'narrow the trust with principal_patterns, or name exact roles in trusted_principals',
    sample: { account: '444455556666' },
  }),
  OWN_ACCOUNT_TRUSTED: issueKind<{ account: string }>({
    severity: 'error',
    meaning: 'A cross-account role trusts the account that it is in.',
    message: ({ account }) => `the account ${account} is the one that the role is in, expected another`,
    hint: () => 'use an assumable role for people of this account',
    sample: { account: '111122223333' },
  }),
  OIDC_KEY_REFUSED: issueKind<{ key: string }>({
    severity: 'error',
    meaning: 'A key for trust between accounts stands beside `oidc`, where it has no meaning.',
    message: ({ key }) => `"${key}" stands beside "oidc", to which it does not apply`,
    hint: ({ key }) => `take out ${key}, or oidc`,
    sample: { key: 'external_id' },
  }),
  OIDC_SUBJECT_REFUSED: issueKind<{ subject: string; reason: string }>({
    severity: 'error',
    meaning: 'A subject would let in more than one repository, or pull requests of strangers.',
    message: ({ subject, reason }) => `the subject "${subject}" is refused: ${reason}`,
    hint: () =>
      'write it exactly, such as repo:ORG/REPO:ref:refs/heads/main; a * stands only after a complete repo:ORG/REPO:',
    sample: { subject: 'repo:ORG/*', reason: 'it covers every repository of the organization' },
  }),
  MFA_CONTRADICTION: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: '`require_mfa: false` stands beside `mfa_max_age_seconds`, which implies MFA.',
    message: () => 'require_mfa is false, but mfa_max_age_seconds asks for MFA',
    hint: () => 'take one of the two out',
    sample: {},
  }),
  ROLE_CALLERS_NEVER_MATCH: issueKind<{ key: string }>({
    severity: 'warning',
    meaning:
      'Roles are let in by `callers.roles`, but a condition asks for what a role session never carries.',
    message: ({ key }) => `callers.roles lets roles in, but a role session can never meet ${key}`,
    hint: ({ key }) =>
      `set ${key} to false if the identity provider asks for as much, or take callers.roles out`,
    sample: { key: 'require_mfa' },
  }),
  SOURCE_IDENTITY_API_ONLY: issueKind<Record<string, never>>({
    severity: 'info',
    meaning: '`require_source_identity` makes a role usable by API and CLI only.',
    message: () => 'the role is for API and CLI only: the console cannot set a source identity',
    hint: () => 'nothing to do if that is meant',
    sample: {},
  }),
} as const

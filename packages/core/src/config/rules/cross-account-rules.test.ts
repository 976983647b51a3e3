import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../../test/support/changed-config.js'

const path = 'security.cross_account_roles.partner'
const perm = { policy_assignments: { s3: 'level1' } }
const id = '0f3c9a52e1b84d06'
const principal = 'arn:aws:iam::444455556666:role/ci'
const check = (role: object) => issuesOf({ [path]: { ...role, ...perm } })
const at = (...rows: string[]) =>
  rows.map((row) => row.replace(/^(\S+) ?/, (_all, code) => `${code} ${path}${row.includes(' ') ? '.' : ''}`))

describe('trust', () => {
  it.each<[string, object, string[]]>([
    ['of an exact role with an external id', { trusted_principals: [principal], external_id: id }, []],
    [
      'of an exact role with an organization',
      { trusted_principals: [principal], organization_id: 'o-a1b2c3d4e5' },
      [],
    ],
    [
      'of an exact role with both',
      { trusted_principals: [principal], external_id: id, organization_id: 'o-a1b2c3d4e5' },
      [],
    ],
    [
      'of a role with a path',
      { trusted_principals: ['arn:aws:iam::444455556666:role/a/b/ci'], external_id: id },
      [],
    ],
    [
      'of an account narrowed by a pattern',
      { trusted_accounts: ['444455556666'], principal_patterns: [`${principal}-*`], external_id: id },
      [],
    ],
    [
      'of two accounts narrowed by patterns of one, which is a warning',
      {
        trusted_accounts: ['444455556666', '555566667777'],
        principal_patterns: [`${principal}-*`],
        external_id: id,
      },
      ['ACCOUNT_WITHOUT_PATTERN trusted_accounts.1'],
    ],
    [
      'of two accounts with a pattern of each',
      {
        trusted_accounts: ['444455556666', '555566667777'],
        principal_patterns: [`${principal}-*`, 'arn:aws:iam::555566667777:role/*'],
        external_id: id,
      },
      [],
    ],
    [
      'of two accounts with a pattern that may be meant for the second',
      {
        trusted_accounts: ['444455556666', '555566667777'],
        principal_patterns: [`${principal}-*`, 'arn:aws:iam::555566667778:role/*'],
        external_id: id,
      },
      ['PATTERN_OTHER_ACCOUNT principal_patterns.1'],
    ],
    [
      'of a whole account, which is a warning',
      { trusted_accounts: ['444455556666'], external_id: id },
      ['ACCOUNT_ROOT_TRUSTED trusted_accounts.0'],
    ],
    ['of nobody', { external_id: id }, ['TRUST_MISSING']],
    [
      'of two kinds',
      {
        trusted_accounts: ['444455556666'],
        trusted_principals: [principal],
        principal_patterns: [principal],
        external_id: id,
      },
      ['TRUST_EXCLUSIVE trusted_principals'],
    ],
    ['without protection', { trusted_principals: [principal] }, ['EXTERNAL_ID_MISSING']],
    [
      'of an external id of 15 characters',
      { trusted_principals: [principal], external_id: id.slice(1) },
      ['EXTERNAL_ID_SHORT external_id'],
    ],
    [
      'of an external id with a space',
      { trusted_principals: [principal], external_id: `${id} x` },
      ['EXTERNAL_ID_MALFORMED external_id'],
    ],
    [
      'of an external id of 1,224 characters',
      { trusted_principals: [principal], external_id: 'x'.repeat(1224) },
      [],
    ],
    [
      'of an external id of 1,225 characters',
      { trusted_principals: [principal], external_id: 'x'.repeat(1225) },
      ['EXTERNAL_ID_MALFORMED external_id'],
    ],
    [
      'of everybody',
      { trusted_principals: ['*'], external_id: id },
      ['PRINCIPAL_WILDCARD trusted_principals.0'],
    ],
    [
      'of every role',
      { trusted_principals: ['arn:aws:iam::444455556666:role/*'], external_id: id },
      ['PRINCIPAL_WILDCARD trusted_principals.0'],
    ],
    [
      'of a user',
      { trusted_principals: ['arn:aws:iam::444455556666:user/x'], external_id: id },
      ['PRINCIPAL_MALFORMED trusted_principals.0'],
    ],
    [
      'of a root',
      { trusted_principals: ['arn:aws:iam::444455556666:root'], external_id: id },
      ['PRINCIPAL_MALFORMED trusted_principals.0'],
    ],
    [
      'of an account id as principal',
      { trusted_principals: ['444455556666'], external_id: id },
      ['PRINCIPAL_MALFORMED trusted_principals.0'],
    ],
    [
      'of the own account',
      { trusted_accounts: ['111122223333'], external_id: id },
      ['OWN_ACCOUNT_TRUSTED trusted_accounts.0'],
    ],
    [
      'of a role of the own account',
      { trusted_principals: ['arn:aws:iam::111122223333:role/x'], external_id: id },
      ['OWN_ACCOUNT_TRUSTED trusted_principals.0'],
    ],
    [
      'by patterns alone',
      { trusted_principals: [principal], principal_patterns: [`${principal}*`], external_id: id },
      ['PATTERNS_WITHOUT_ACCOUNTS principal_patterns'],
    ],
    [
      'by a pattern of another account',
      {
        trusted_accounts: ['444455556666'],
        principal_patterns: ['arn:aws:iam::777788889999:role/*'],
        external_id: id,
      },
      ['PATTERN_OTHER_ACCOUNT principal_patterns.0'],
    ],
    [
      'by a pattern that is no ARN',
      { trusted_accounts: ['444455556666'], principal_patterns: ['*'], external_id: id },
      ['PRINCIPAL_MALFORMED principal_patterns.0'],
    ],
    [
      'by a pattern, of an account without quotes',
      { trusted_accounts: [444455556666], principal_patterns: [`${principal}*`], external_id: id },
      ['NUMBER_NOT_TEXT trusted_accounts.0'],
    ],
    [
      'with session tags',
      { trusted_principals: [principal], external_id: id, session_tags: ['project'] },
      [],
    ],
  ])('%s', (_name, role, expected) => expect(check(role)).toEqual(at(...expected)))
})

describe('oidc', () => {
  const oidc = {
    provider: 'https://token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    subjects: ['repo:acme/models:ref:refs/heads/main'],
  }
  const subject = (text: string) => ({ oidc: { ...oidc, subjects: [text] } })
  const refused = ['OIDC_SUBJECT_REFUSED oidc.subjects.0']

  it.each<[string, object, string[]]>([
    ['takes an exact subject', { oidc }, []],
    ['takes an environment', subject('repo:acme/models:environment:production'), []],
    ['takes a star after a complete repository', subject('repo:acme/models:*'), []],
    ['takes a star after a part of a ref', subject('repo:acme/models:ref:refs/heads/release-*'), []],
    [
      'takes the subject of another provider',
      {
        oidc: {
          ...oidc,
          provider: 'https://gitlab.example.com',
          subjects: ['project_path:acme/models:ref_type:branch:ref:main'],
        },
      },
      [],
    ],
    [
      'takes what narrows further',
      {
        oidc: {
          ...oidc,
          repository_id: '1234',
          environment: 'production',
          job_workflow_ref: 'acme/models/.github/workflows/x.yml@refs/heads/main',
        },
      },
      [],
    ],
    ['refuses a star alone', subject('*'), refused],
    ['refuses every repository', subject('repo:acme/*'), refused],
    ['refuses the beginning of a repository', subject('repo:acme/mod*'), refused],
    ['refuses every organization', subject('repo:*'), refused],
    ['refuses pull requests', subject('repo:acme/models:pull_request'), refused],
    ['refuses a pattern for pull requests', subject('repo:acme/models:pull_*'), refused],
    ['refuses a repository alone', subject('repo:acme/models'), refused],
    ['refuses a question mark', subject('repo:acme/model?:ref:refs/heads/main'), refused],
    ['needs a subject', { oidc: { ...oidc, subjects: [] } }, ['LIST_EMPTY oidc.subjects']],
    [
      'needs an https URL',
      { oidc: { ...oidc, provider: 'http://x.example.com' } },
      ['MALFORMED oidc.provider'],
    ],
    ['takes no external id', { oidc, external_id: id }, ['OIDC_KEY_REFUSED external_id']],
    [
      'takes no organization',
      { oidc, organization_id: 'o-a1b2c3d4e5' },
      ['OIDC_KEY_REFUSED organization_id'],
    ],
    [
      'takes no patterns, wherever they stand',
      { principal_patterns: [principal], oidc },
      ['OIDC_KEY_REFUSED oidc'],
    ],
  ])('%s', (_name, role, expected) => expect(check(role)).toEqual(at(...expected)))
})

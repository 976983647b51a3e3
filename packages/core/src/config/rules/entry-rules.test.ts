// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as configs write them.
import { describe, expect, it } from 'vitest'
import { type Changes, issuesOf } from '../../../test/support/changed-config.js'

const group = 'security.iam_groups.engineers'
const check = (key: string, value: unknown) => issuesOf({ [`${group}.${key}`]: value })
const at = (...rows: string[]) => rows.map((row) => row.replace(' ', ` ${group}.`))

it.each<[string, string[]]>([
  ['arn:aws:iam::aws:policy/PowerUserAcess', ['MANAGED_POLICY_UNKNOWN security.permissions_boundary']],
  ['arn:aws:iam::aws:policy/PowerUserAccess', []],
  ['arn:aws:iam::111122223333:policy/ml-boundary', []],
  ['PowerUserAcess', []],
])('looks up the boundary %s', (boundary, expected) => {
  expect(issuesOf({ 'security.permissions_boundary': boundary })).toEqual(expected)
})

describe('assignments', () => {
  it.each<[string, unknown, string[]]>([
    ['take a level', { s3: 'level1' }, []],
    ['take several levels', { sagemaker: ['level2', 'level1-prod'] }, []],
    ['take the long ids of combined', { combined: 'mlops-services-a' }, []],
    [
      'refuse a service without a template',
      { dynamodb: 'level1' },
      ['SERVICE_UNKNOWN policy_assignments.dynamodb'],
    ],
    ['refuse a service in capitals', { S3: 'level1' }, ['SERVICE_UNKNOWN policy_assignments.S3']],
    [
      'refuse a level that a service does not have',
      { kms: 'level3' },
      ['LEVEL_UNKNOWN policy_assignments.kms'],
    ],
    ['refuse the name of a level', { s3: 'level1-read-only' }, ['LEVEL_UNKNOWN policy_assignments.s3']],
    ['refuse a level in a list', { s3: ['level1', 'level7'] }, ['LEVEL_UNKNOWN policy_assignments.s3.1']],
    ['refuse a level twice', { s3: ['level1', 'level1'] }, ['LEVEL_TWICE policy_assignments.s3.1']],
    ['refuse an empty list', { s3: [] }, ['LIST_EMPTY policy_assignments.s3']],
    ['refuse a number', { s3: 1 }, ['NUMBER_NOT_TEXT policy_assignments.s3']],
    ['refuse a list of maps', [{ s3: 'level1' }], ['WRONG_TYPE policy_assignments']],
    [
      'refuse a key of every object',
      { constructor: 'level1' },
      ['SERVICE_UNKNOWN policy_assignments.constructor'],
    ],
  ])('%s', (_name, value, expected) => expect(check('policy_assignments', value)).toEqual(at(...expected)))
})

describe('managed policies', () => {
  const unknown = ['MANAGED_POLICY_UNKNOWN managed_policies.0']
  const malformed = ['MANAGED_POLICY_MALFORMED managed_policies.0']
  it.each<[string, string, string[]]>([
    ['of AWS by name', 'ReadOnlyAccess', []],
    ['of AWS by path and name', 'job-function/SupportUser', []],
    ['of AWS by ARN', 'arn:aws:iam::aws:policy/SecurityAudit', []],
    ['of the account by ARN', 'arn:aws:iam::111122223333:policy/team/x', []],
    ['that AWS does not have', 'ReadOnlyAcces', unknown],
    ['without their path', 'SupportUser', unknown],
    ['by an ARN of AWS that it does not have', 'arn:aws:iam::aws:policy/Nothing', unknown],
    ['with a space', 'Read Only', malformed],
    ['by the ARN of something else', 'arn:aws:s3:::bucket', malformed],
    ['of another account', 'arn:aws:iam::444455556666:policy/x', ['OTHER_ACCOUNT managed_policies.0']],
    [
      'of another partition',
      'arn:aws-cn:iam::aws:policy/ReadOnlyAccess',
      ['OTHER_PARTITION managed_policies.0'],
    ],
  ])('%s', (_name, policy, expected) => expect(check('managed_policies', [policy])).toEqual(at(...expected)))
})

describe('statements', () => {
  const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:${partition}:s3:::${prefix}-*/*' }
  it.each<[string, unknown, string[]]>([
    ['that are whole', [good], []],
    ['none', [], []],
    ['with notes', [{ ...good, reason: 'why', suppress: [{ rule: 'x', reason: 'y' }] }], []],
    ['by a variable of IAM', [{ ...good, Resource: 'arn:aws:s3:::x/${aws:username}/*' }], []],
    ['that are no list', good, ['STATEMENTS_NOT_A_LIST statements']],
    ['with a Sid that is generated', [{ ...good, Sid: 'MayPassLambda' }], ['SID_RESERVED statements.0.Sid']],
    [
      'with one Sid twice',
      [
        { ...good, Sid: 'A' },
        { ...good, Sid: 'A' },
      ],
      ['STATEMENT_SID_TWICE statements.1.Sid'],
    ],
    [
      'with Action and NotAction',
      [{ ...good, NotAction: 's3:PutObject' }],
      ['STATEMENT_EXCLUSIVE_KEYS statements.0.NotAction'],
    ],
    ['without an effect', [{ Action: 's3:GetObject', Resource: '*' }], ['STATEMENT_NO_EFFECT statements.0']],
    ['with a principal', [{ ...good, Principal: '*' }], ['STATEMENT_PRINCIPAL statements.0.Principal']],
    [
      'with an unknown placeholder',
      [{ ...good, Resource: 'arn:aws:s3:::${stem}' }],
      ['STATEMENT_PLACEHOLDER statements.0.Resource'],
    ],
    ['with an empty list', [{ ...good, Action: [] }], ['STATEMENT_EMPTY statements.0.Action']],
  ])('%s', (_name, value, expected) => expect(check('statements', value)).toEqual(at(...expected)))
})

describe('registries of AWS images', () => {
  const pull = (...accounts: string[]) => [
    {
      Effect: 'Allow',
      Action: 'ecr:BatchGetImage',
      Resource: accounts.map((account) => `arn:\${partition}:ecr:\${region}:${account}:repository/*`),
    },
  ]
  const here = 'statements.0.Resource'
  it.each<[string, unknown, string[]]>([
    ['of the region', pull('763104351884', '746614075791'), []],
    [
      'of another region, once a statement',
      pull('763104351884', '492215442770', '813361260812'),
      [`IMAGE_REGISTRY_OTHER_REGION ${here}.1`],
    ],
    ['that are not of AWS', pull('999988887777'), []],
  ])('%s', (_name, value, expected) => expect(check('statements', value)).toEqual(at(...expected)))
})

describe('an entry that grants nothing', () => {
  const bare = { description: 'Later.' }
  it.each<[string, Changes, string[]]>([
    [
      'is a warning',
      { [group]: bare, 'security.assumable_roles.engineer.mirrors_group': 'people' },
      [`NO_PERMISSIONS ${group}`],
    ],
    ['may pass a role', { [group]: bare, 'security.service_roles.worker.passable_by': ['engineers'] }, []],
    [
      'may pass a role that names it wrongly',
      { [group]: bare, 'security.service_roles.worker.passable_by': ['enginers'] },
      ['NAME_UNKNOWN security.service_roles.worker.passable_by.0'],
    ],
    [
      'is nothing to say when it is disabled',
      {
        [group]: bare,
        'security.assumable_roles.engineer.mirrors_group': 'people',
        'security.security_profiles': { 'medium-10': { iam_groups: ['people'] } },
      },
      [],
    ],
    [
      'is nothing to say beside a misspelt key',
      { [group]: { statement: [] } },
      [`UNKNOWN_KEY ${group}.statement`],
    ],
    ['may be an empty assignment', { [group]: { policy_assignments: {} } }, [`NO_PERMISSIONS ${group}`]],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

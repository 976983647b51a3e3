// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as configs write them.
import { describe, expect, it } from 'vitest'
import { type Changes, issuesOf } from '../../../test/support/changed-config.js'

const regions: Readonly<Record<string, string>> = {
  aws: 'us-west-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-eusc': 'eusc-de-east-1',
}
const alone: Changes = { 'security.cross_account_roles': undefined }
const boundary = 'security.permissions_boundary'

describe.each(Object.entries(regions))('in the partition %s', (partition, region) => {
  it('takes its own ARNs', () => {
    const arn = `arn:${partition}:iam::111122223333:policy/x`
    expect(issuesOf({ ...alone, 'environment.region': region, [boundary]: arn })).toEqual([])
  })

  it('refuses those of every other partition', () => {
    for (const other of Object.keys(regions).filter((name) => name !== partition)) {
      const arn = `arn:${other}:iam::111122223333:policy/x`
      expect(issuesOf({ ...alone, 'environment.region': region, [boundary]: arn })).toEqual([
        `OTHER_PARTITION ${boundary}`,
      ])
    }
  })
})

describe('ARNs', () => {
  const statement = (Resource: unknown): Changes => ({
    'security.iam_groups.people.statements': [{ Effect: 'Allow', Action: 's3:GetObject', Resource }],
  })
  const resource = 'security.iam_groups.people.statements.0.Resource'
  it.each<[string, Changes, string[]]>([
    ['by placeholder', statement('arn:${partition}:s3:::x'), []],
    ['by wildcard', statement('arn:aws*:s3:::x'), []],
    [
      'of a partition that there is not',
      statement(['*', 'arn:awss:s3:::x']),
      [`OTHER_PARTITION ${resource}.1`],
    ],
    [
      'of the account of the config',
      { 'deployment.service_role_arn': 'arn:aws:iam::111122223333:role/cfn' },
      [],
    ],
    [
      'of a role in another account',
      { 'deployment.service_role_arn': 'arn:aws:iam::444455556666:role/cfn' },
      ['OTHER_ACCOUNT deployment.service_role_arn'],
    ],
    [
      'of something else than a role',
      { 'deployment.service_role_arn': 'arn:aws:iam::111122223333:user/cfn' },
      ['MALFORMED deployment.service_role_arn'],
    ],
    ['of topics', { 'deployment.notification_arns': ['arn:aws:sns:us-west-1:111122223333:events'] }, []],
    [
      'of topics in another partition',
      { 'deployment.notification_arns': ['arn:aws-cn:sns:cn-north-1:111122223333:events'] },
      ['OTHER_PARTITION deployment.notification_arns.0'],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

describe('the permissions boundary', () => {
  const places = [
    boundary,
    'security.service_roles.worker.permissions_boundary',
    'security.assumable_roles.approver.permissions_boundary',
    'security.cross_account_roles.partner.permissions_boundary',
  ]
  it.each(places)('at %s is a name, or an ARN of the account or of AWS', (path) => {
    for (const good of [
      'ml-boundary',
      'team/ml',
      'arn:aws:iam::111122223333:policy/ml',
      'arn:aws:iam::aws:policy/PowerUserAccess',
    ])
      expect(issuesOf({ [path]: good })).toEqual([])
    expect(issuesOf({ [path]: 'arn:aws:iam::444455556666:policy/ml' })).toEqual([`OTHER_ACCOUNT ${path}`])
    expect(issuesOf({ [path]: 'arn:aws:iam::111122223333:role/ml' })).toEqual([`MALFORMED ${path}`])
    expect(issuesOf({ [path]: 'x'.repeat(129) })).toEqual([`MALFORMED ${path}`])
  })
})

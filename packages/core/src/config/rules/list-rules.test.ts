import { expect, it } from 'vitest'
import { type Changes, issuesOf } from '../../../test/support/changed-config.js'

const arn = 'arn:aws:iam::444455556666:role/ci'
const partner = 'security.cross_account_roles.partner'

it.each<[string, unknown[], string, Changes]>([
  [
    'managed policies',
    ['ReadOnlyAccess', 'ReadOnlyAccess'],
    'security.iam_groups.people.managed_policies',
    {},
  ],
  ['roles to assume', ['engineer', 'approver', 'engineer'], 'security.iam_groups.people.assumable_roles', {}],
  ['groups that assume', ['people', 'people'], 'security.assumable_roles.engineer.assumable_by', {}],
  ['entries that pass', ['people', 'people'], 'security.service_roles.worker.passable_by', {}],
  ['services', ['sagemaker', 'sagemaker'], 'security.service_roles.worker.service', {}],
  [
    'services, short and in full',
    ['sagemaker', 'sagemaker.amazonaws.com'],
    'security.service_roles.worker.service',
    {},
  ],
  ['principals', [arn, arn], `${partner}.trusted_principals`, {}],
  ['session tags', ['team', 'team'], `${partner}.session_tags`, {}],
  ['users that call', ['alice', 'alice'], 'security.assumable_roles.engineer.callers.users', {}],
  [
    'topics',
    ['arn:aws:sns:us-west-1:111122223333:a', 'arn:aws:sns:us-west-1:111122223333:a'],
    'deployment.notification_arns',
    {},
  ],
  [
    'names in a profile',
    ['people', 'engineers', 'people'],
    'security.security_profiles.medium-10.iam_groups',
    {},
  ],
  ['names in another profile', ['people', 'people'], 'security.security_profiles.startup-5.iam_groups', {}],
])('refuses %s twice, and takes them once', (_name, list, path, others) => {
  expect(issuesOf({ ...others, [path]: list })).toEqual([`LISTED_TWICE ${path}.${list.length - 1}`])
  expect(issuesOf({ ...others, [path]: list.slice(0, -1) })).toEqual([])
})

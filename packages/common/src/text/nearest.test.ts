import { describe, expect, it } from 'vitest'
import { nearest, suggestion } from './nearest.js'

const keys = ['description', 'managed_policies', 'policy_assignments', 'statements', 'assumable_roles']
const sections = [
  'iam_groups',
  'service_roles',
  'assumable_roles',
  'cross_account_roles',
  'security_profiles',
]
const regions = ['us-west-1', 'us-west-2', 'eu-central-1']

describe('nearest', () => {
  it.each([
    ['another case', 'Description', keys, 'description'],
    ['camel case', 'policyAssignments', keys, 'policy_assignments'],
    ['a hyphen', 'managed-policies', keys, 'managed_policies'],
    ['no hyphen', 'us-west1', regions, 'us-west-1'],
    ['the singular', 'iam_group', sections, 'iam_groups'],
    ['the plural', 'descriptions', keys, 'description'],
    ['one letter missing', 'desciption', keys, 'description'],
    ['one letter wrong', 'stetements', keys, 'statements'],
    ['two letters wrong', 'stetemants', keys, 'statements'],
    ['two letters swapped', 'statemenst', keys, 'statements'],
    ['two letters of a short word swapped', 'evn', ['env', 'region'], 'env'],
    ['some of its words', 'assignments', keys, 'policy_assignments'],
    ['words too many', 'iam_policy_assignments', keys, 'policy_assignments'],
    ['its beginning', 'production', ['dev', 'test', 'staging', 'prod'], 'prod'],
    ['a beginning that only one has', 'sage', ['s3', 'sagemaker', 'kms'], 'sagemaker'],
    ['a zone for its region', 'eu-central-1a', regions, 'eu-central-1'],
  ])('finds a name by %s', (_how, found, known, expected) => expect(nearest(found, known)).toBe(expected))

  it.each([
    ['another word', 'color', keys],
    ['a short word', 'xx', ['s3', 'ecr']],
    ['half of a long word', 'data_engineers', ['ml_engineers', 'mlops_engineers']],
    ['nothing', '', keys],
    ['a name where none is known', 'x', []],
    ['signs only', '--', keys],
  ])('finds none for %s', (_how, found, known) => expect(nearest(found, known)).toBeUndefined())
})

it('suggests the name in words, or says nothing', () => {
  expect(suggestion('iam_group', sections)).toBe('; did you mean "iam_groups"?')
  expect(suggestion('color', sections)).toBe('')
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { IamEstate, IamGroup } from '@sec/common/iam'
import { describe, expect, it } from 'vitest'
import { compileFile, examplesFolder } from '../../test/support/compile.js'
import { estateOf } from '../estate/template-estate.js'
import { isAdministratorLike } from './administrator.js'

const empty: IamEstate = { groups: [], roles: [], policies: [] }
const holder = (more: Partial<IamGroup>): IamGroup => ({
  groupName: 'g',
  path: '/',
  attachedPolicyArns: [],
  inlinePolicies: [],
  ...more,
})
const withStatement = (statement: unknown) =>
  holder({ inlinePolicies: [{ policyName: 'own', document: { Statement: statement } }] })

describe('isAdministratorLike', () => {
  it.each([
    ['arn:aws:iam::aws:policy/AdministratorAccess', true],
    ['arn:aws-us-gov:iam::aws:policy/PowerUserAccess', true],
    ['arn:aws:iam::aws:policy/IAMFullAccess', true],
    ['arn:aws:iam::aws:policy/IAMReadOnlyAccess', false],
    ['arn:aws:iam::111122223333:policy/AdministratorAccess', false],
  ])('%s: %s', (arn, isLike) =>
    expect(isAdministratorLike(holder({ attachedPolicyArns: [arn] }), empty)).toBe(isLike),
  )

  it.each<[string, unknown, boolean]>([
    ['everything', { Effect: 'Allow', Action: '*', Resource: '*' }, true],
    ['everything, written twice', { Effect: 'Allow', Action: ['a:B', '*:*'], Resource: ['*'] }, true],
    ['all of IAM', { Effect: 'Allow', Action: 'IAM:*', Resource: '*' }, true],
    ['everything but', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, true],
    ['everything but some resources', { Effect: 'Allow', Action: '*', NotResource: 'x' }, true],
    ['writing policies', { Effect: 'Allow', Action: 'iam:Put*', Resource: '*' }, true],
    [
      'attaching, by a part of the name',
      { Effect: 'Allow', Action: 'iam:*RolePolicy', Resource: 'arn:aws:iam::111122223333:role/*' },
      true,
    ],
    [
      'a new version of a policy',
      { Effect: 'Allow', Action: 'iam:CreatePolicyVersion', Resource: '*' },
      true,
    ],
    ['assuming any role', { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }, true],
    [
      'assuming one role',
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/x' },
      false,
    ],
    [
      'writing the policies of one path',
      { Effect: 'Allow', Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::111122223333:role/x/*' },
      false,
    ],
    ['reading IAM', { Effect: 'Allow', Action: ['iam:Get*', 'iam:List*'], Resource: '*' }, false],
    ['a whole service', { Effect: 'Allow', Action: 's3:*', Resource: '*' }, false],
    ['everything in one bucket', { Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::x' }, false],
    ['everything, forbidden', { Effect: 'Deny', Action: '*', Resource: '*' }, false],
    ['nothing that makes sense', 'Allow', false],
  ])('%s', (_what, statement, isLike) => {
    expect(isAdministratorLike(withStatement(statement), empty)).toBe(isLike)
  })

  it('looks into the managed policies of the estate', () => {
    const arn = 'arn:aws:iam::111122223333:policy/p'
    const document = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }
    const estate = { ...empty, policies: [{ policyName: 'p', arn, path: '/', description: '', document }] }
    expect(isAdministratorLike(holder({ attachedPolicyArns: [arn] }), estate)).toBe(true)
    expect(isAdministratorLike(holder({}), estate)).toBe(false)
  })

  const files = readdirSync(examplesFolder).filter((file) => file.endsWith('.yaml'))

  it.each(files)('finds the administrators, and nobody else, in %s', (file) => {
    const { template, model } = compileFile(join(examplesFolder, file))
    const estate = estateOf(template, model.identity)
    const found = [...estate.groups, ...estate.roles].filter((one) => isAdministratorLike(one, estate))
    const administrators = estate.groups.filter(({ groupName }) => groupName.endsWith('-administrators'))
    expect(found).toEqual(administrators)
  })
})

import { expect, it } from 'vitest'
import type { RoleModel } from '../model/model.js'
import { trustOrigin } from './trust-origin.js'

const arn = 'arn:aws:iam::111122223333:user/ana'

function roleTrusted(key: string): RoleModel {
  const path = ['security', 'assumable_roles', 'admin', key]
  const statement = { Effect: 'Allow', Principal: { AWS: [arn] }, Action: ['sts:AssumeRole'] }
  return { path: path.slice(0, 3), trust: [{ statement, origin: { kind: 'config', path } }] } as never
}

it.each([
  { key: 'trusted_principals', end: [0] },
  { key: 'callers', end: [] },
])('leads a principal that is named under $key to what the config has there', ({ key, end }) =>
  expect(trustOrigin(roleTrusted(key), `Invalid principal in policy: "AWS":"${arn}"`)).toEqual([
    'security',
    'assumable_roles',
    'admin',
    key,
    ...end,
  ]),
)

import { expect, it } from 'vitest'
import { type Changes, issuesOf } from '../../../test/support/changed-config.js'

const role = 'security.assumable_roles.approver'
const callers = { roles: ['arn:aws:iam::111122223333:role/people'] }

it.each<[string, Changes, string[]]>([
  ['MFA may be switched off', { [`${role}.require_mfa`]: false }, []],
  ['an age of MFA implies it', { [`${role}.mfa_max_age_seconds`]: 3600 }, []],
  [
    'MFA cannot be switched off beside an age',
    { [`${role}.require_mfa`]: false, [`${role}.mfa_max_age_seconds`]: 3600 },
    [`MFA_CONTRADICTION ${role}.mfa_max_age_seconds`],
  ],
  [
    'calling roles meet no MFA',
    { [`${role}.callers`]: callers },
    [`ROLE_CALLERS_NEVER_MATCH ${role}.callers.roles`],
  ],
  ['calling roles get in without MFA', { [`${role}.callers`]: callers, [`${role}.require_mfa`]: false }, []],
  [
    'calling roles of a mirror role get in outside prod',
    { 'security.assumable_roles.engineer.callers': callers },
    [],
  ],
  [
    'and not in prod, where every role asks for MFA',
    { 'security.assumable_roles.engineer.callers': callers, 'environment.env': 'prod' },
    ['ROLE_CALLERS_NEVER_MATCH security.assumable_roles.engineer.callers.roles'],
  ],
  [
    'a source identity is for API and CLI',
    { [`${role}.require_source_identity`]: true },
    [`SOURCE_IDENTITY_API_ONLY ${role}.require_source_identity`],
  ],
  ['no source identity is nothing to say', { [`${role}.require_source_identity`]: false }, []],
  ['a path begins and ends in a slash', { [`${role}.callers`]: { path: '/ml/' } }, []],
  [
    'a path without slashes is refused',
    { [`${role}.callers`]: { path: 'ml' } },
    [`MALFORMED ${role}.callers.path`],
  ],
  ['a tag has key and value', { [`${role}.callers`]: { tag: { key: 'team', value: 'ml' } } }, []],
  [
    'sessions are 3,600 seconds at least',
    { [`${role}.max_session_seconds`]: 3599 },
    [`OUT_OF_RANGE ${role}.max_session_seconds`],
  ],
  [
    'sessions are 43,200 seconds at most',
    { [`${role}.max_session_seconds`]: 43_201 },
    [`OUT_OF_RANGE ${role}.max_session_seconds`],
  ],
  ['sessions of 43,200 seconds are taken', { [`${role}.max_session_seconds`]: 43_200 }, []],
])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))

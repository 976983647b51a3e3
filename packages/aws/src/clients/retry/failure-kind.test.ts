import { expect, it } from 'vitest'
import { failureKind } from './failure-kind.js'

it.each([
  { name: 'LimitExceededException', sdk: 'THROTTLING', message: 'quota', kind: 'CLIENT_ERROR' },
  { name: 'LimitExceeded', sdk: 'CLIENT_ERROR', message: 'quota', kind: 'CLIENT_ERROR' },
  { name: 'LimitExceededException', sdk: 'THROTTLING', message: 'Rate exceeded', kind: 'THROTTLING' },
  { name: 'TooManyUpdates', sdk: 'CLIENT_ERROR', message: '', kind: 'THROTTLING' },
  { name: 'ConcurrentModificationException', sdk: 'CLIENT_ERROR', message: '', kind: 'THROTTLING' },
  { name: 'EntityTemporarilyUnmodifiable', sdk: 'CLIENT_ERROR', message: '', kind: 'THROTTLING' },
  { name: 'Throttling', sdk: 'THROTTLING', message: 'Rate exceeded', kind: 'THROTTLING' },
  { name: 'AccessDenied', sdk: 'CLIENT_ERROR', message: '', kind: 'CLIENT_ERROR' },
] as const)('takes $name, "$message" for $kind', ({ name, sdk, message, kind }) =>
  expect(failureKind({ name, message }, sdk)).toBe(kind),
)

it('takes an answer that ended too early for a cut connection', () =>
  expect(failureKind({ name: 'Error', code: 'ERR_STREAM_PREMATURE_CLOSE' }, 'CLIENT_ERROR')).toBe(
    'TRANSIENT',
  ))

it('asks for nothing twice that the server has not', () =>
  expect(failureKind({ name: 'InternalFailure', $metadata: { httpStatusCode: 501 } }, 'SERVER_ERROR')).toBe(
    'CLIENT_ERROR',
  ))

it('leaves what it does not know to the SDK', () =>
  expect(failureKind(undefined, 'TRANSIENT')).toBe('TRANSIENT'))

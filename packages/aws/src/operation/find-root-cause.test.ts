import { describe, expect, it } from 'vitest'
import type { OperationEvent } from '../ports.js'
import { sampleEvents, stackId, startMs } from '../stack/testing/sample-stack.js'
import { findRootCause } from './find-root-cause.js'

const cancelled = 'Resource creation cancelled'
const begin = 'stack CREATE_IN_PROGRESS User Initiated'
const rollback =
  'stack ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [A, B]. Rollback requested by user.'
const causeOf = (lines: readonly string[], found: readonly OperationEvent[] = []) =>
  findRootCause(sampleEvents(lines), found, stackId)

const finding = (reason: string, more: Partial<OperationEvent> = {}): OperationEvent => ({
  eventType: 'VALIDATION_ERROR',
  logicalId: 'Bucket',
  resourceType: 'AWS::S3::Bucket',
  status: 'FAILED',
  statusReason: '',
  validationName: 'NAME_CONFLICT_VALIDATION',
  validationPath: '/Resources/Bucket',
  validationFailureMode: 'FAIL',
  validationStatusReason: reason,
  ...more,
})

describe('the first failure for a reason of its own', () => {
  it.each([
    {
      name: 'is the only one',
      lines: [begin, 'A CREATE_FAILED exists', rollback],
      cause: 'A exists',
      followers: 0,
    },
    {
      name: 'is not one that was cancelled before',
      lines: [
        begin,
        `B CREATE_FAILED ${cancelled}`,
        `C CREATE_FAILED ${cancelled}`,
        'A CREATE_FAILED exists',
        rollback,
      ],
      cause: 'A exists',
      followers: 2,
    },
    {
      name: 'is not one that was cancelled in an update',
      lines: [
        'stack UPDATE_IN_PROGRESS User Initiated',
        'B UPDATE_FAILED Resource update cancelled',
        'A UPDATE_FAILED no such policy',
        'stack UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [A, B]. ',
        'stack UPDATE_ROLLBACK_COMPLETE',
      ],
      cause: 'A no such policy',
      followers: 1,
    },
    {
      name: "is not one of the rollback's",
      lines: [begin, 'A CREATE_FAILED exists', rollback, 'B DELETE_FAILED in use', 'stack ROLLBACK_FAILED'],
      cause: 'A exists',
      followers: 0,
    },
    {
      name: 'is what a deletion stumbled over',
      lines: [
        'stack DELETE_IN_PROGRESS User Initiated',
        'Group DELETE_FAILED Cannot delete entity, must remove users from group first.',
        'stack DELETE_FAILED The following resource(s) failed to delete: [Group]. ',
      ],
      cause: 'Group Cannot delete entity, must remove users from group first.',
      followers: 0,
    },
    {
      name: 'is a nested stack, whose reason names its own resources',
      lines: [begin, 'Nested CREATE_FAILED Embedded stack x was not successfully created', rollback],
      cause: 'Nested Embedded stack x was not successfully created',
      followers: 0,
    },
    {
      name: 'is the word of the stack where every resource was cancelled',
      lines: [
        'stack UPDATE_IN_PROGRESS',
        'stack UPDATE_ROLLBACK_IN_PROGRESS User Initiated',
        'stack UPDATE_ROLLBACK_COMPLETE',
      ],
      cause: 'acme-prod-stack User Initiated',
      followers: 0,
    },
    {
      name: 'is a cancelled one only where there is nothing else',
      lines: [begin, `B CREATE_FAILED ${cancelled}`],
      cause: `B ${cancelled}`,
      followers: 0,
    },
    { name: 'is unknown without events', lines: [], cause: ' CloudFormation gives no reason', followers: 0 },
  ])('$name', ({ lines, cause, followers }) => {
    const found = causeOf(lines)
    expect(`${found.logicalId} ${found.reason}`).toBe(cause)
    expect(found.followers).toBe(followers)
  })

  it('goes by time, not by the order of the events', () => {
    const [first, later] = sampleEvents(['A CREATE_FAILED one', 'B CREATE_FAILED two'])
    const events = [later, first].filter((event) => event !== undefined)
    expect(findRootCause(events, [], stackId)).toMatchObject({ logicalId: 'A', others: [{ logicalId: 'B' }] })
  })

  it('keeps the order of events of the same moment', () => {
    const events = sampleEvents(['A CREATE_FAILED one', 'B CREATE_FAILED two']).map((event) => ({
      ...event,
      atMs: 1,
    }))
    expect(findRootCause(events, [], stackId).logicalId).toBe('A')
  })

  it('counts a resource once', () => {
    const again = 'A DELETE_FAILED in use'
    expect(causeOf(['stack DELETE_IN_PROGRESS', again, again, again]).others).toEqual([])
  })

  it('has a clean reason, and the hint of the raw one', () => {
    const reason = 'x (Service: Iam, Status Code: 409, Request ID: 1) (HandlerErrorCode: AlreadyExists)'
    expect(causeOf([begin, `A CREATE_FAILED ${reason}`])).toMatchObject({
      reason: 'x',
      rawReason: reason,
      physicalId: 'acme-A',
      resourceType: 'AWS::IAM::Role',
      hint: expect.stringContaining('the name is taken'),
    })
  })
})

describe('a rollback that failed', () => {
  it('is named beside what failed first', () => {
    const found = causeOf([
      'stack UPDATE_IN_PROGRESS',
      'A UPDATE_FAILED first',
      'stack UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [A]. ',
      'B UPDATE_FAILED cannot go back',
      'stack UPDATE_ROLLBACK_FAILED The following resource(s) failed to update: [B]. ',
    ])
    expect(found).toMatchObject({
      logicalId: 'A',
      rollbackFailure: { logicalId: 'B', reason: 'cannot go back' },
    })
  })

  it('is the cause itself where it was only continued', () => {
    const found = causeOf([
      'stack UPDATE_ROLLBACK_IN_PROGRESS User Initiated',
      'B UPDATE_FAILED cannot go back',
      'stack UPDATE_ROLLBACK_FAILED',
    ])
    expect(found).toMatchObject({ logicalId: 'B', reason: 'cannot go back' })
    expect(found.rollbackFailure).toBeUndefined()
  })
})

describe('what the early validation found', () => {
  const lines = [
    'stack UPDATE_IN_PROGRESS User Initiated',
    'stack UPDATE_FAILED Validation failed with 1 error(s). Call DescribeEvents to retrieve the full list',
    'stack UPDATE_ROLLBACK_IN_PROGRESS Validation failure detected.',
    'stack UPDATE_ROLLBACK_COMPLETE',
  ]

  it.each([
    { name: 'is the cause', found: [finding('exists')], cause: 'exists' },
    {
      name: 'is the cause by its token',
      found: [finding('exists', { clientRequestToken: 'mine' })],
      cause: 'exists',
    },
    {
      name: 'does not count from an operation before',
      found: [finding('old', { atMs: startMs - 1 }), finding('exists', { atMs: startMs + 1 })],
      cause: 'exists',
    },
    {
      name: "does not count from another's operation",
      found: [finding('other', { clientRequestToken: 'theirs' }), finding('exists')],
      cause: 'exists',
    },
    {
      name: 'is not a warning',
      found: [finding('quota', { validationFailureMode: 'WARN' }), finding('exists')],
      cause: 'exists',
    },
  ])('$name', ({ found, cause }) =>
    expect(causeOf(lines, found)).toMatchObject({
      status: 'VALIDATION_ERROR',
      reason: cause,
      path: '/Resources/Bucket',
    }),
  )

  it('is not the cause where it is only a warning', () =>
    expect(causeOf(lines, [finding('quota', { validationFailureMode: 'WARN' })]).logicalId).not.toBe(
      'Bucket',
    ))

  it('does not count where the stack does not speak of it and nobody says when it was', () =>
    expect(causeOf([begin, 'A CREATE_FAILED exists', rollback], [finding('old')]).logicalId).toBe('A'))
})

import { describe, expect, it } from 'vitest'
import { sampleEvents, stackId } from '../stack/testing/sample-stack.js'
import { operationSoFar } from './operation-so-far.js'

const begin = 'stack UPDATE_IN_PROGRESS User Initiated'
const mine = (...lines: readonly string[]) => sampleEvents(lines)
const theirs = (...lines: readonly string[]) => sampleEvents(lines, 'theirs')
const untold = (...lines: readonly string[]) => sampleEvents(lines, '')

describe('operationSoFar', () => {
  it.each([
    { name: 'has not begun without events', events: [], status: 'UPDATE_COMPLETE', count: 0, end: undefined },
    {
      name: "has not begun with another's events",
      events: theirs(begin, 'stack UPDATE_COMPLETE'),
      status: 'UPDATE_COMPLETE',
      count: 0,
      end: undefined,
    },
    {
      name: 'goes on',
      events: mine(begin, 'A UPDATE_COMPLETE'),
      status: 'UPDATE_IN_PROGRESS',
      count: 2,
      end: undefined,
    },
    {
      name: "begins after another's",
      events: [...theirs(begin, 'stack UPDATE_COMPLETE'), ...mine(begin, 'stack UPDATE_COMPLETE')],
      status: 'UPDATE_COMPLETE',
      count: 2,
      end: 'UPDATE_COMPLETE',
    },
    {
      name: "ends before another's",
      events: [...mine(begin, 'stack UPDATE_COMPLETE'), ...theirs(begin)],
      status: 'UPDATE_IN_PROGRESS',
      count: 2,
      end: 'UPDATE_COMPLETE',
    },
    {
      name: 'takes in the rollback of whoever cancelled it',
      events: [
        ...mine(begin),
        ...theirs('stack UPDATE_ROLLBACK_IN_PROGRESS', 'stack UPDATE_ROLLBACK_COMPLETE'),
      ],
      status: 'UPDATE_ROLLBACK_COMPLETE',
      count: 3,
      end: 'UPDATE_ROLLBACK_COMPLETE',
    },
    {
      name: 'takes in everything where there are no tokens',
      events: untold(begin, 'stack UPDATE_COMPLETE'),
      status: 'UPDATE_COMPLETE',
      count: 2,
      end: 'UPDATE_COMPLETE',
    },
    {
      name: 'does not end with a clean-up that goes on',
      events: mine(begin, 'stack UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'),
      status: 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      count: 2,
      end: undefined,
    },
    {
      name: 'does not end with a failure that is rolled back',
      events: mine('stack CREATE_FAILED Validation failed', 'stack ROLLBACK_IN_PROGRESS'),
      status: 'ROLLBACK_IN_PROGRESS',
      count: 2,
      end: undefined,
    },
    {
      name: 'ends with a failure that stays',
      events: mine(begin, 'stack UPDATE_FAILED'),
      status: 'UPDATE_FAILED',
      count: 2,
      end: 'UPDATE_FAILED',
    },
    {
      name: 'ends with the stack, not with a nested one',
      events: mine(begin).concat(
        mine('stack UPDATE_COMPLETE').map((event) => ({ ...event, physicalId: 'arn:nested' })),
      ),
      status: 'UPDATE_IN_PROGRESS',
      count: 2,
      end: undefined,
    },
  ])('$name', ({ events, status, count, end }) => {
    const seen = operationSoFar(events, { stackId, token: 'mine' }, status)
    expect(seen.events).toHaveLength(count)
    expect(seen.end?.status).toBe(end)
  })

  it("takes in another's events where nobody waits for ours any longer", () => {
    const events = theirs(begin, 'stack UPDATE_COMPLETE')
    const seen = operationSoFar(events, { stackId, token: 'mine' }, 'UPDATE_COMPLETE', true)
    expect(seen).toEqual({ events, end: events[1] })
  })
})

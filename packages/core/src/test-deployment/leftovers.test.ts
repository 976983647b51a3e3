import { describe, expect, it } from 'vitest'
import { leftoversAmong } from './leftovers.js'

const stem = 'edge-prod-b001-us-west-1-medium-sec'
const nowMs = 1_795_000_000_000
const hour = 3_600_000
const stack = (ending: string, status = 'CREATE_COMPLETE', ageMs = 3 * hour) => ({
  stackName: `${stem}-stack${ending}`,
  status,
  createdMs: nowMs - ageMs,
})

describe('a stack', () => {
  it.each([
    ['is removed when it is old', stack('-tabc123'), 'remove'],
    ['is removed when its creation failed', stack('-tabc123', 'ROLLBACK_COMPLETE'), 'remove'],
    ['is removed when its deletion failed', stack('-tabc123', 'DELETE_FAILED'), 'remove'],
    [
      'is removed when it waits for a review that never came',
      stack('-tabc123', 'REVIEW_IN_PROGRESS'),
      'remove',
    ],
    ['is left for two hours', stack('-tabc123', 'CREATE_COMPLETE', 2 * hour), 'recent'],
    ['is removed after two hours', stack('-tabc123', 'CREATE_COMPLETE', 2 * hour + 1), 'remove'],
    ['is left in review for two hours', stack('-tabc123', 'REVIEW_IN_PROGRESS', hour), 'recent'],
    [
      'is left when it was made in the future of this clock',
      stack('-tabc123', 'CREATE_COMPLETE', -hour),
      'recent',
    ],
    ['is left while it is made', stack('-tabc123', 'CREATE_IN_PROGRESS'), 'in-progress'],
    ['is left while it is deleted', stack('-tabc123', 'DELETE_IN_PROGRESS'), 'in-progress'],
    [
      'is left while it is cleaned up',
      stack('-tabc123', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'),
      'in-progress',
    ],
    ['is nothing when it is deleted', stack('-tabc123', 'DELETE_COMPLETE'), undefined],
    ['is nothing when it is the real one', stack(''), undefined],
    ['is nothing with another ending', stack('-test'), undefined],
    ['is nothing with a longer ending', stack('-tabc1234'), undefined],
    ['is nothing with capitals', stack('-tABC123'), undefined],
    ['is nothing of another stem', { ...stack('-tabc123'), stackName: `x${stem}-stack-tabc123` }, undefined],
  ])('%s', (_name, one, expected) => {
    const { remove, leave } = leftoversAmong([one], stem, nowMs)
    expect(remove).toEqual(expected === 'remove' ? [one] : [])
    const isLeft = expected !== 'remove' && expected !== undefined
    expect(leave).toEqual(isLeft ? [{ stack: one, reason: expected }] : [])
  })
})

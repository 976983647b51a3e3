import { StackStatus } from '@aws-sdk/client-cloudformation'
import { describe, expect, it } from 'vitest'
import { isInProgress, stackStateOf } from './stack-state.js'
import { sampleStack } from './testing/sample-stack.js'

const table: Readonly<Record<string, string>> = {
  CREATE_IN_PROGRESS: 'busy create',
  CREATE_FAILED: 'only-deletable',
  CREATE_COMPLETE: 'ready',
  ROLLBACK_IN_PROGRESS: 'busy rollback',
  ROLLBACK_FAILED: 'only-deletable',
  ROLLBACK_COMPLETE: 'only-deletable',
  DELETE_IN_PROGRESS: 'busy delete',
  DELETE_FAILED: 'delete-failed',
  DELETE_COMPLETE: 'absent',
  UPDATE_IN_PROGRESS: 'busy update',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'busy update',
  UPDATE_COMPLETE: 'ready',
  UPDATE_FAILED: 'ready',
  UPDATE_ROLLBACK_IN_PROGRESS: 'busy rollback',
  UPDATE_ROLLBACK_FAILED: 'rollback-stuck',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'busy rollback',
  UPDATE_ROLLBACK_COMPLETE: 'ready',
  REVIEW_IN_PROGRESS: 'empty',
  IMPORT_IN_PROGRESS: 'busy import',
  IMPORT_COMPLETE: 'ready',
  IMPORT_ROLLBACK_IN_PROGRESS: 'busy rollback',
  IMPORT_ROLLBACK_FAILED: 'rollback-stuck',
  IMPORT_ROLLBACK_COMPLETE: 'ready',
}

const describeState = (status: string) => {
  const state = stackStateOf(sampleStack(status))
  return state.kind === 'busy' ? `busy ${state.operation}` : state.kind
}

describe('stackStateOf', () => {
  it.each(Object.entries(table))('takes %s for %s', (status, expected) =>
    expect(describeState(status)).toBe(expected),
  )

  it('knows every status that the SDK knows', () =>
    expect(Object.keys(table).sort()).toEqual(Object.keys(StackStatus).sort()))

  it('takes no stack for an absent one', () => expect(stackStateOf(undefined)).toEqual({ kind: 'absent' }))

  it.each([
    ['REFACTOR_IN_PROGRESS', 'busy other'],
    ['REFACTOR_ROLLBACK_IN_PROGRESS', 'busy rollback'],
    ['REFACTOR_COMPLETE', 'ready'],
    ['ARCHIVED', 'ready'],
  ])('judges the unknown %s by its ending', (status, expected) =>
    expect(describeState(status)).toBe(expected),
  )

  it('hands the stack on', () => {
    const stack = sampleStack('UPDATE_COMPLETE')
    expect(stackStateOf(stack)).toEqual({ kind: 'ready', stack })
  })
})

describe('isInProgress', () => {
  it.each([
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', true],
    ['REVIEW_IN_PROGRESS', false],
    ['UPDATE_COMPLETE', false],
  ])('%s: %s', (status, expected) => expect(isInProgress(status)).toBe(expected))
})

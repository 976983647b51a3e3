import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of one call while it runs; every attempt of it sees the same. */
export interface CallState {
  /** Such as `cloudformation:CreateChangeSet`. */
  readonly call: string
  /** By the caller's clock. */
  readonly startedMs: number
  attempts: number
  /** The sum of all waits between attempts. */
  waitedMs: number
}

/** The call that a piece of code belongs to: the SDK does not tell its retry strategy. */
export type CallsUnderWay = AsyncLocalStorage<CallState>

export function createCallsUnderWay(): CallsUnderWay {
  return new AsyncLocalStorage<CallState>()
}

export function newCallState(call: string, startedMs: number): CallState {
  return { call, startedMs, attempts: 0, waitedMs: 0 }
}

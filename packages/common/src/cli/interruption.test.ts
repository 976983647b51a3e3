import { describe, expect, it } from 'vitest'
import { ProvisionerError } from '../error/provisioner-error.js'
import { Interruption, interruptionIn } from './interruption.js'

const aborted = AbortSignal.abort('SIGINT')
const going = new AbortController().signal
const named = (name: string) => Object.assign(new Error('ended'), { name })
const around = (cause: unknown) => new ProvisionerError('aws', 'X', 'failed', { cause })

function circle(): Error {
  const error = new Error('again')
  error.cause = error
  return error
}

describe('an error', () => {
  it.each([
    { name: 'the reason itself', error: 'SIGINT' },
    { name: 'an interruption', error: new Interruption('SIGINT') },
    { name: 'an aborted call', error: named('AbortError') },
    { name: 'an error of ours around the reason', error: around('SIGINT') },
    { name: 'an error around an error around an aborted call', error: around(around(named('AbortError'))) },
    { name: 'one of several errors', error: around(new AggregateError([new Error('x'), 'SIGINT'])) },
  ])('is an interruption after Ctrl-C: $name', ({ error }) => {
    expect(interruptionIn(error, aborted)?.message).toBe('SIGINT')
  })

  it.each([
    { name: 'another fault', error: around(new Error('denied')) },
    { name: 'a time that ran out', error: around(named('TimeoutError')) },
    { name: 'nothing', error: undefined },
    { name: 'an error that caused itself', error: circle() },
  ])('is none after Ctrl-C: $name', ({ error }) => {
    expect(interruptionIn(error, aborted)).toBeUndefined()
  })

  it.each(['SIGINT', named('AbortError')])('is none as long as nobody has interrupted: %s', (error) => {
    expect(interruptionIn(error, going)).toBeUndefined()
  })
})

import { getEventListeners } from 'node:events'
import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Question } from './context.js'
import { askAtTerminal } from './terminal-ask.js'

const yesNo: Question = { kind: 'yes-no', text: 'Deploy\nit?' }
const typed: Question = { kind: 'typed', text: 'Type the name:', expected: 'acme' }

/** Asks, presses the keys one by one, and gives what was answered and shown. */
async function answer(question: Question, keys: readonly string[], stop = new AbortController()) {
  const input = new PassThrough()
  const output = new PassThrough()
  const onInterrupt = () => stop.abort('SIGINT')
  const asked = askAtTerminal(question, stop.signal, { input, output, onInterrupt })
  const settled = asked.then(
    (agreed) => ({ agreed }),
    (reason) => ({ reason }),
  )
  for (const key of keys) {
    await setImmediate()
    input.write(key)
  }
  return { ...(await settled), shown: String(output.read() ?? ''), input }
}

describe('a yes/no question', () => {
  it.each([
    { name: 'y', keys: ['y'], agreed: true },
    { name: 'n', keys: ['n'], agreed: false },
    { name: 'Enter alone', keys: ['\r'], agreed: false },
    { name: 'an arrow and Enter', keys: ['\u001b[D', '\r'], agreed: true },
    { name: 'Escape', keys: ['\u001b'], agreed: false },
    { name: 'Ctrl-D', keys: ['\u0004'], agreed: false },
  ])('is answered by $name: $agreed', async ({ keys, agreed }) => {
    expect(await answer(yesNo, keys)).toMatchObject({ agreed })
  })

  it('is shown on one line', async () => {
    expect((await answer(yesNo, ['y'])).shown).toContain('Deploy\\u000ait?')
  })
})

describe('a typed question', () => {
  it.each([
    { name: 'the text', keys: ['acme', '\r'], agreed: true },
    { name: 'the text, corrected', keys: ['acmx', '\u007f', 'e', '\r'], agreed: true },
    { name: 'another text', keys: ['Acme', '\r'], agreed: false },
    { name: 'Enter alone', keys: ['\r'], agreed: false },
    { name: 'Escape after the text', keys: ['acme', '\u001b'], agreed: false },
    { name: 'Ctrl-D', keys: ['\u0004'], agreed: false },
  ])('is answered by $name: $agreed', async ({ keys, agreed }) => {
    expect(await answer(typed, keys)).toMatchObject({ agreed })
  })
})

describe('a question that stands', () => {
  it.each([yesNo, typed])('is an interruption at Ctrl-C: $kind', async (question) => {
    expect(await answer(question, ['\u0003'])).toMatchObject({ reason: 'SIGINT' })
  })

  it('ends with the signal of the run, for its reason', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort('SIGTERM'), 5)
    expect(await answer(yesNo, [], stop)).toMatchObject({ reason: 'SIGTERM' })
  })

  it('is a no when the terminal goes away', async () => {
    const input = new PassThrough()
    const terminal = { input, output: new PassThrough(), onInterrupt: () => undefined }
    const asked = askAtTerminal(typed, new AbortController().signal, terminal)
    input.end()
    expect(await asked).toBe(false)
  })

  it('is not shown when the run was interrupted before', async () => {
    const stop = new AbortController()
    stop.abort('SIGINT')
    expect(await answer(yesNo, ['y'], stop)).toMatchObject({ reason: 'SIGINT', shown: '' })
  })

  it('leaves no listener behind', async () => {
    const stop = new AbortController()
    const { input } = await answer(yesNo, ['y'], stop)
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    expect(input.listenerCount('keypress')).toBe(0)
  })
})

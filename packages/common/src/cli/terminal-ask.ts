import type { Readable, Writable } from 'node:stream'
import { confirm, isCancel, text } from '@clack/prompts'
import type { Question } from './context.js'
import { printable } from './printable.js'

/** Where a question is asked. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
  /** Ctrl-C within a question, which the system does not turn into a signal, is to abort the run's signal. */
  readonly onInterrupt: () => void
}

/**
 * Asks one question; Escape, Ctrl-D and a terminal that goes away are a no.
 *
 * @throws The signal's reason when the run is interrupted while the question stands.
 */
export async function askAtTerminal(
  question: Question,
  signal: AbortSignal,
  { input, output, onInterrupt }: Terminal,
): Promise<boolean> {
  signal.throwIfAborted()
  const closing = new AbortController()
  let isInterrupted = false
  const close = (): void => closing.abort()
  const onKey = (_text: string, key: { ctrl?: boolean; name?: string }): void => {
    if (key.ctrl && key.name === 'c') isInterrupted = true
    // The line editor ends here, and the question would wait for ever.
    if (key.ctrl && key.name === 'd') close()
  }
  input.on('keypress', onKey).once('end', close)
  signal.addEventListener('abort', close, { once: true })
  const answer = await prompt(question, { input, output, signal: closing.signal })
  input.off('keypress', onKey).off('end', close)
  signal.removeEventListener('abort', close)
  // Only now: what the run says about it would be written into the question.
  if (isInterrupted) onInterrupt()
  signal.throwIfAborted()
  return answer
}

async function prompt(
  question: Question,
  at: { readonly input: Readable; readonly output: Writable; readonly signal: AbortSignal },
): Promise<boolean> {
  const shown = { ...at, withGuide: false, message: printable(question.text) }
  if (question.kind === 'typed') return (await text(shown)) === question.expected
  const answer = await confirm({ ...shown, initialValue: false })
  return !isCancel(answer) && answer
}

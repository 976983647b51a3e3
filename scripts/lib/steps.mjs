import { spawnSync } from 'node:child_process'
import { root } from '../prepare.mjs'

/** What a step throws when it did not succeed; the message is all that a person needs to see. */
export class StepError extends Error {}

/**
 * Runs one step, and prints its name and its seconds in one line; when it fails, then why.
 *
 * @param name - What the step does, in a few words.
 * @param work - Does it. Returns a note for the line, or nothing. Throws a StepError when it fails.
 * @returns Whether it succeeded.
 */
export async function runStep(name, work) {
  const start = performance.now()
  const end = (word) => console.log(`${name}: ${word}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  try {
    end((await work()) ?? 'done')
    return true
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    end('failed')
    console.log(error.message.trimEnd())
    return false
  }
}

/**
 * Runs a program in the checkout and keeps what it prints.
 *
 * @returns Its exit status, and standard output and error together.
 */
export function runProgram(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  })
  const reason = error ? `${command}: ${error.message}\n` : ''
  return { status: error ? 1 : status, output: `${reason}${stdout ?? ''}${stderr ?? ''}` }
}

/** Runs a program that must succeed; what it printed is the reason when it does not. */
export function mustRun(command, args) {
  const { status, output } = runProgram(command, args)
  if (status !== 0) throw new StepError(output || `${[command, ...args].join(' ')} ended with ${status}`)
}

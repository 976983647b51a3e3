import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from './estates.js'

const python = join(root, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')

/**
 * Runs one of the scripts in `python/` and returns what it prints.
 *
 * @param input - Handed over as JSON on standard input.
 */
export async function runPython<Output>(script: string, input: unknown): Promise<Output> {
  if (!existsSync(python)) throw new Error('the checkers are not installed yet: run `npm test` once')
  return JSON.parse(await run(python, [join(root, 'test/judges/python', script)], JSON.stringify(input)))
}

/** Runs a program to its end; what it prints on standard error is the reason when it fails. */
export async function run(
  program: string,
  args: readonly string[],
  input = '',
  mayFail = false,
): Promise<string> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  const [output, errors, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (status !== 0 && !(mayFail && errors === '')) throw new Error(`${program} failed: ${errors}`)
  return output
}

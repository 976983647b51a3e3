import { fstatSync, writeFileSync } from 'node:fs'
import { isatty } from 'node:tty'
import { exitCodes } from '../error/exit-code.js'
import type { Ask, CliContext, TextSink } from './context.js'
import type { Provisioner } from './define-provisioner.js'
import { systemCode } from './file-system.js'
import { nodeFileSystem } from './node-file-system.js'
import { sleep } from './sleep.js'
import { describeSystemError } from './system-reasons.js'

/** Runs a program on the real process: its arguments, streams and signals. The one place that ends it. */
export async function main(provisioner: Provisioner): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onStreamError)
  const interruption = new AbortController()
  // Once each: a second Ctrl-C ends the process at once.
  const stop = (name: NodeJS.Signals): void => {
    process.off(name, stop)
    interruption.abort(name)
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop)
  // A terminal that is closed asks for an orderly end as well.
  process.on('SIGHUP', () => stop('SIGTERM'))
  const exitCode = await provisioner
    .run(
      process.argv.slice(2),
      nodeContext(interruption.signal, () => stop('SIGINT')),
    )
    .catch(onUnexpected)
  process.exitCode ||= exitCode
  // What an interrupted action still waits for must not go on behind the message.
  if (interruption.signal.aborted) process.exit()
}

function nodeContext(signal: AbortSignal, onInterrupt: () => void): CliContext {
  return {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    now: () => new Date(),
    cwd: process.cwd(),
    env: process.env,
    files: nodeFileSystem,
    sleep,
    ...(isatty(0) && process.stderr.isTTY && { ask: terminalAsk(onInterrupt) }),
    signal,
  }
}

/** The library of prompts is loaded with the first question only. */
function terminalAsk(onInterrupt: () => void): Ask {
  return async (question, signal) => {
    const { askAtTerminal } = await import('./terminal-ask.js')
    return askAtTerminal(question, signal, { input: process.stdin, output: process.stderr, onInterrupt })
  }
}

/** Node's stream for a file does not notice a write that was cut short, so files are written without it. */
function sinkOf(stream: NodeJS.WriteStream & { fd: number }): TextSink {
  const isFile = fstatSync(stream.fd).isFile()
  const write = (text: string): void => {
    try {
      if (isFile) writeFileSync(stream.fd, text)
      else stream.write(text)
    } catch (error) {
      onStreamError(error)
    }
  }
  return { write, isTerminal: stream.isTTY === true, columns: () => stream.columns }
}

/** A reader that has left, as `head` does, is no failure; a full disk behind the stream is. */
function onStreamError(error: unknown): void {
  if (systemCode(error) === 'EPIPE' || process.exitCode === exitCodes.failed) return
  process.exitCode = exitCodes.failed
  process.stderr.write(`the output was cut short: ${describeSystemError(error).reason}\n`)
}

function onUnexpected(error: unknown): number {
  process.stderr.write(`error  ${error instanceof Error ? error.message : String(error)}\n`)
  return exitCodes.failed
}

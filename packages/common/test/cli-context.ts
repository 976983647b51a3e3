import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CliContext } from '../src/cli/context.js'
import type { FileSystem } from '../src/cli/file-system.js'
import { nodeFileSystem } from '../src/cli/node-file-system.js'
import { sleep } from '../src/cli/sleep.js'

/** A context in a fresh folder, with a clock that stands still, and what was written to it. */
export interface TestContext extends CliContext {
  readonly out: () => string
  readonly err: () => string
}

export const testMoment = new Date('2026-11-24T08:15:00.123Z')

/** Makes a context; `files` replaces single functions of the real file system. */
export function testContext(
  replaced: Partial<Omit<CliContext, 'files'>> & { files?: Partial<FileSystem> } = {},
): TestContext {
  const out: string[] = []
  const err: string[] = []
  return {
    stdout: { write: (text) => void out.push(text), isTerminal: false },
    stderr: { write: (text) => void err.push(text), isTerminal: false },
    now: () => testMoment,
    cwd: mkdtempSync(join(tmpdir(), 'provisioner-')),
    env: {},
    sleep,
    signal: new AbortController().signal,
    ...replaced,
    files: { ...nodeFileSystem, ...replaced.files },
    out: () => out.join(''),
    err: () => err.join(''),
  }
}

/** An error as the operating system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CliContext, type FileSystem, nodeFileSystem, sleep } from '@sec/common/cli'
import { vi } from 'vitest'
import { createSecProvisioner } from '../src/index.js'

// The first action loads and compiles the sources of three packages, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

/** A folder of its own for one test. */
export interface TestFolder {
  readonly path: string
  /** Writes a file and the folders above it. */
  readonly write: (file: string, content: string | Uint8Array) => void
  readonly read: (file: string) => string
  /** Every file under the folder, sorted, logs left out. */
  readonly files: () => string[]
  readonly logs: () => string[]
}

export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'sec-cli-'))
  const all = (): string[] =>
    (readdirSync(path, { recursive: true }) as string[])
      .filter((file) => statSync(join(path, file)).isFile())
      .sort()
  return {
    path,
    write: (file, content) => {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), content)
    },
    read: (file) => readFileSync(join(path, file), 'utf8'),
    files: () => all().filter((file) => !file.endsWith('.log')),
    logs: () => all().filter((file) => file.endsWith('.log')),
  }
}

export interface CliRun {
  readonly exitCode: number
  readonly out: string
  readonly err: string
  readonly json: () => JsonResult
}

/** The JSON document, as far as tests look at it. */
export interface JsonResult {
  readonly action: string | null
  readonly ok: boolean
  readonly exitCode: number
  readonly issues: readonly {
    code: string
    severity: string
    message: string
    file?: string
    line?: number
  }[]
  readonly files: readonly string[]
  readonly log?: string
  readonly counts?: unknown
  readonly plan?: readonly { kind: string; file: string; bytes: number }[]
}

const program = createSecProvisioner('1.2.3')

/** Runs one command line in a folder, with a clock that stands still. */
export async function runCli(
  folder: TestFolder,
  args: readonly string[],
  replaced: { readonly env?: CliContext['env']; readonly files?: Partial<FileSystem> } = {},
): Promise<CliRun> {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await program.run(args, {
    stdout: { write: (text) => void out.push(text), isTerminal: false },
    stderr: { write: (text) => void err.push(text), isTerminal: false },
    now: () => new Date('2026-11-24T08:15:00.123Z'),
    cwd: folder.path,
    env: replaced.env ?? {},
    files: { ...nodeFileSystem, ...replaced.files },
    sleep,
    signal: new AbortController().signal,
  })
  return {
    exitCode,
    out: out.join(''),
    err: err.join(''),
    json: () => JSON.parse(out.join('')) as JsonResult,
  }
}

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

/** The text of a config that ships. */
export function exampleText(name: string): string {
  return readFileSync(join(examples, name), 'utf8')
}

/** Paths of a run's files, relative to the folder. */
export function relativeFiles(folder: TestFolder, files: readonly string[]): string[] {
  return files.map((file) => relative(folder.path, file))
}

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as realSleep } from 'node:timers/promises'
import { createSecProvisioner } from '@sec/cli'
import { type CliContext, nodeFileSystem, type Question } from '@sec/common/cli'
import type { Credentials } from '@sec/test-server'

/** Waits are so much shorter, and the run's clock goes on as if they were not: what matters is the order of things. */
const hurry = 100

export interface SecRun {
  readonly exitCode: number
  readonly out: string
  readonly err: string
  /** The document of `--format json`. */
  readonly json: () => SecResult
}

/** What tests look at in the JSON document. */
export interface SecResult {
  readonly ok: boolean
  readonly exitCode: number
  readonly issues: readonly { code: string; severity: string; message: string; hint: string; line?: number }[]
  readonly [field: string]: unknown
}

/** Where and as whom the program runs. */
export interface SecWorld {
  /** The server's address, or that of a proxy before it. */
  readonly endpointUrl: string
  readonly credentials: Credentials
  /** A folder of the run's own, with the config in it. */
  readonly folder: string
  readonly signal?: AbortSignal
  /** Answers every question; without it there is no terminal. */
  readonly answer?: (text: string, question: Question) => boolean | Promise<boolean>
  /** The program's clock, where it is not the machine's. */
  readonly now?: () => Date
  readonly env?: Readonly<Record<string, string>>
}

/** A folder with a config. */
export function folderWith(config: string, name = 'config.yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'sec-life-'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), config)
  return folder
}

const program = createSecProvisioner('1.2.3')

/** Runs one command line in this process, as the world says; `-c config.yaml` and the endpoint are added. */
export async function runSec(args: readonly string[], world: SecWorld): Promise<SecRun> {
  const out: string[] = []
  const err: string[] = []
  const line = [...args, '-c', 'config.yaml', '--endpoint-url', world.endpointUrl]
  const exitCode = await program.run(line, contextOf(world, out, err))
  return {
    exitCode,
    out: out.join(''),
    err: err.join(''),
    json: () => JSON.parse(out.join('')) as SecResult,
  }
}

function contextOf(world: SecWorld, out: string[], err: string[]): CliContext {
  const { answer } = world
  let sleptMs = 0
  return {
    stdout: { write: (text) => void out.push(text), isTerminal: false },
    stderr: { write: (text) => void err.push(text), isTerminal: false },
    now: world.now ?? (() => new Date(Date.now() + sleptMs)),
    cwd: world.folder,
    env: { ...environmentOf(world.credentials), ...world.env },
    files: nodeFileSystem,
    signal: world.signal ?? new AbortController().signal,
    sleep: (delayMs, signal) => {
      sleptMs += delayMs
      return sleepQuickly(delayMs, signal)
    },
    ...(answer && { ask: async (question) => answer(question.text, question) }),
  }
}

function environmentOf({ accessKeyId, secretAccessKey, sessionToken }: Credentials): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
  }
}

async function sleepQuickly(delayMs: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted()
  await realSleep(delayMs / hurry, undefined, signal && { signal }).catch((error: unknown) => {
    throw signal?.aborted ? signal.reason : error
  })
}

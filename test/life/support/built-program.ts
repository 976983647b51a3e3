import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Credentials, envOf } from '@sec/test-server'
import { region } from './life.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const program = `${root}packages/sec-provisioner/dist/sec-provisioner.cjs`

/** How a process ended. */
export interface BuiltEnd {
  /** Null where a signal ended it. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** The built program at work, as a process. */
export interface BuiltRun {
  readonly child: ChildProcess
  readonly ended: Promise<BuiltEnd>
  /** Resolves when standard error has such a text. */
  readonly says: (text: string) => Promise<void>
}

/** Where and as whom the program runs. */
export interface BuiltWorld {
  /** Its home, too. */
  readonly folder: string
  readonly endpointUrl: string
  readonly credentials: Credentials
  /** All that stands in its environment beside the path and the home, in place of the credentials. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the program as a user has it; `-c config.yaml` and the endpoint are added. */
export function startBuilt(args: readonly string[], world: BuiltWorld): BuiltRun {
  if (!existsSync(program)) throw new Error(`${program} is missing: run "npx turbo run build" first`)
  const line = [program, ...args, '-c', 'config.yaml', '--endpoint-url', world.endpointUrl]
  const own = world.env ?? envOf(world.credentials, region)
  const env = { PATH: process.env.PATH, HOME: world.folder, ...own }
  const child = spawn(process.execPath, line, {
    cwd: world.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text.out += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    text.err += piece
  })
  const ended = new Promise<BuiltEnd>((done) =>
    child.on('close', (exitCode, signal) => done({ exitCode, signal, ...text })),
  )
  const says = (wanted: string) =>
    new Promise<void>((done, fail) => {
      const look = () => text.err.includes(wanted) && done()
      child.stderr.on('data', look)
      look()
      void ended.then(() => fail(new Error(`it ended and never said "${wanted}": ${text.err}`)))
    })
  return { child, ended, says }
}

/** Runs it to its end. */
export function runBuilt(...started: Parameters<typeof startBuilt>): Promise<BuiltEnd> {
  return startBuilt(...started).ended
}

// What every command of the root needs first: a Node that is new enough, the packages installed, everything built.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const stampFile = join(root, 'node_modules/.cache/sec-provisioner/installed')

/** Ends the process with one sentence when Node is too old; installs and builds what is not there yet. */
export async function prepare() {
  checkNode()
  if (!isInstalled()) await install()
  await build()
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(
    `Node 20.19 or later is needed, this is ${process.versions.node}: install a newer one from https://nodejs.org`,
  )
}

function installStamp() {
  const hash = createHash('sha256').update(packageManager())
  return hash.update(readFileSync(join(root, 'pnpm-lock.yaml'))).digest('hex')
}

function packageManager() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager
}

/** True when this lockfile was installed completely before, and nobody has removed a part of it since. */
function isInstalled() {
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== installStamp()) return false
  const packages = readdirSync(join(root, 'packages')).filter(hasDependencies)
  return packages.every((name) => existsSync(join(root, 'packages', name, 'node_modules')))
}

function hasDependencies(name) {
  const file = join(root, 'packages', name, 'package.json')
  if (!existsSync(file)) return false
  const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0
}

async function install() {
  say('Installing packages ...')
  await quietly('the installation', pnpm(['install', '--frozen-lockfile']))
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, installStamp())
}

async function build() {
  if (!existsSync(join(root, 'packages/sec-provisioner/dist'))) say('Building ...')
  await quietly('the build', pnpm(['exec', 'turbo', 'run', 'build', '--output-logs=errors-only']))
}

/** A call of the pinned pnpm through npx, which comes with Node; nothing has to be installed globally. */
function pnpm(args) {
  return npx(['--yes', packageManager(), ...args])
}

/** npx is started by Node itself where its script can be found: on Windows it is a batch file otherwise. */
function npx(args) {
  const script = npxScript()
  if (script !== undefined) return { command: process.execPath, args: [script, ...args], shell: false }
  return { command: 'npx', args, shell: process.platform === 'win32' }
}

function npxScript() {
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: npm sets it; no task of turbo reads it.
  const npm = process.env.npm_execpath
  const folders = [
    ...(npm !== undefined && basename(npm) === 'npm-cli.js' ? [dirname(npm)] : []),
    join(dirname(process.execPath), 'node_modules/npm/bin'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin'),
  ]
  return folders.map((folder) => join(folder, 'npx-cli.js')).find((path) => existsSync(path))
}

const quietEnvironment = {
  // pnpm asks questions otherwise, npm and turbo speak of themselves.
  CI: '1',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
  npm_config_loglevel: 'error',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
}

/** Runs a command and shows what it said only when it fails. */
function quietly(what, { command, args, shell }) {
  const said = []
  const env = { ...process.env, ...quietEnvironment }
  const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece))
  return new Promise((done) => {
    child.on('error', (error) => stop(`${what} could not be started: ${error.message}`))
    child.on('close', (code) => {
      if (code === 0) return done()
      process.stderr.write(Buffer.concat(said))
      stop(`${what} failed; what it said stands above`)
    })
  })
}

/** A line for the person who waits. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Ends the process with one line. */
export function stop(reason) {
  say(reason)
  process.exit(1)
}

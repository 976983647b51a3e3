import { spawnSync } from 'node:child_process'
import { digestOf, isStamped, stamp } from './digest.mjs'
import { inRoot } from './in-root.mjs'
import { mustRun } from './steps.mjs'

const leastMinor = 11

/** Other people's checkers, for `npm test`. */
export const checkers = { folder: '.venv', requirements: 'test/judges/requirements.txt' }

/** The AWS that tests and the demo run against. */
export const testServer = {
  folder: '.venv-server',
  requirements: 'packages/test-server/python/requirements.txt',
}

/** Commands under which a Python may be found, the one that the user names before all others. */
function candidates() {
  const named = process.env.PYTHON ? [[process.env.PYTHON]] : []
  const versions = [14, 13, 12, 11].map((minor) => [`python3.${minor}`])
  const launcher = process.platform === 'win32' ? [['py', '-3']] : []
  return [...named, ['python3'], ['python'], ...versions, ...launcher]
}

/** The version of a Python, such as `3.11`; undefined when there is none under this command. */
function versionOf([command, ...args]) {
  const code = 'import sys; print("%d.%d" % sys.version_info[:2])'
  const { status, stdout } = spawnSync(command, [...args, '-c', code], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/**
 * Looks for a Python that the checkers and the test server run on.
 *
 * @returns The command and its version, or one sentence about what is missing.
 */
export function findPython() {
  const found = candidates()
    .map((command) => ({ command, version: versionOf(command) }))
    .filter(({ version }) => version !== undefined)
  const python = found.find(({ version }) => isEnough(version))
  if (python) return python
  const instead = found.length > 0 ? `only ${found[0].version} was found` : 'none was found'
  const fault = `Python 3.${leastMinor} or later is needed for the tests, and ${instead}: install it, or name its program in the environment variable PYTHON`
  return { fault }
}

function isEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 3 && minor >= leastMinor
}

/**
 * Makes a virtual environment with what its requirements pin, unless it is there for the same requirements and Python.
 *
 * @param python - What `findPython` found.
 * @param environment - `checkers` or `testServer`: a folder of the checkout and the requirements for it.
 */
export function preparePython({ command: [command, ...args], version }, { folder, requirements }) {
  const digest = digestOf([requirements], [version, process.platform, process.arch])
  const stampFile = `${folder}/sec-installed`
  if (isStamped(stampFile, digest)) return 'nothing to do'
  mustRun(command, [...args, '-m', 'venv', '--clear', inRoot(folder)])
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--require-hashes',
    '--no-deps',
  ]
  mustRun(programOf(folder), [...pip, '-r', inRoot(requirements)])
  stamp(stampFile, digest)
}

const programOf = (folder) =>
  inRoot(process.platform === 'win32' ? `${folder}/Scripts/python.exe` : `${folder}/bin/python`)

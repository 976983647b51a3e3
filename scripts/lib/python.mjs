import { spawnSync } from 'node:child_process'
import { digestOf, isStamped, stamp } from './digest.mjs'
import { inRoot } from './in-root.mjs'
import { mustRun } from './steps.mjs'

const leastMinor = 11
const stampFile = '.venv/sec-installed'
const requirements = 'test/judges/requirements.txt'

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
 * Looks for a Python that the checkers run on.
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

/** Makes `.venv` with the pinned checkers, unless it is there for the same requirements and the same Python. */
export function preparePython({ command: [command, ...args], version }) {
  const digest = digestOf([requirements], [version, process.platform, process.arch])
  if (isStamped(stampFile, digest)) return 'nothing to do'
  mustRun(command, [...args, '-m', 'venv', '--clear', inRoot('.venv')])
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--require-hashes',
    '--no-deps',
  ]
  mustRun(venvPython, [...pip, '-r', inRoot(requirements)])
  stamp(stampFile, digest)
}

const venvPython = inRoot(process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python')

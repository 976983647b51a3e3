import { spawn } from 'node:child_process'
import { inRoot } from '../lib/in-root.mjs'
import { environmentOf } from './place.mjs'
import { print, printOutput } from './print.mjs'

const program = inRoot('packages/sec-provisioner/dist/sec-provisioner.cjs')

/** Variables of the person who runs the demo, which must not reach the program. */
const isOwn = (name) => !/^(AWS_|SEC_PROVISIONER_)/.test(name)

/**
 * Shows a command line as a user types it, runs it with the built program, and shows what it says.
 *
 * @param line - Words after the program's name.
 * @param story - `expected`: the exit code that belongs to the story. `from`: see `printOutput`.
 * @returns Whether it ended so.
 */
export async function runCommand(world, line, { expected = 0, from } = {}) {
  print(`$ npx sec-provisioner ${line}`)
  const { exitCode, output } = await run(world, line.split(' '))
  printOutput(output, { isWhole: world.isWhole || exitCode !== expected, from })
  print(`  exit code ${exitCode}${exitCode === expected ? '' : `, and ${expected} was expected`}`)
  return exitCode === expected
}

function run(world, args) {
  const own = Object.entries(process.env).filter(([name]) => isOwn(name))
  const env = {
    ...Object.fromEntries(own),
    ...environmentOf(world),
    PROVISIONER_COMMAND: 'npx sec-provisioner',
  }
  const child = spawn(process.execPath, [program, ...args], {
    cwd: world.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  return new Promise((done) => child.on('close', (code) => done({ exitCode: code ?? -1, output })))
}

// `npm start` prepares everything and runs the main job on the enterprise example, into out/.
// `npm start -- <action> ...` runs any other command line of sec-provisioner.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root, say } from './prepare.mjs'

const program = join(root, 'packages/sec-provisioner/dist/sec-provisioner.cjs')

const mainJob = [
  'validate-config',
  'create-prov-template',
  'validate-prov-template',
  'export-iam-policy',
  'export-service-policies',
  'export-groups',
  'export-roles',
]

/** Runs one command line of the built program. */
function run(args, cwd, stdio) {
  const env = { ...process.env, PROVISIONER_COMMAND: 'npm start --' }
  const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio })
  return { child, ended: new Promise((done) => child.on('close', (code) => done(code ?? 1))) }
}

/** The folder that the person is in. */
function ownFolder() {
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: npm sets it; no task of turbo reads it.
  return process.env.INIT_CWD ?? process.cwd()
}

/** Leaves out which command comes next: here it comes by itself. */
async function runStep(action, flags) {
  say(`\n${action}`)
  const { child, ended } = run([action, ...flags], root, ['ignore', 'inherit', 'pipe'])
  let said = ''
  child.stderr.on('data', (piece) => {
    said += piece
  })
  const exitCode = await ended
  process.stderr.write(said.replace(/^next: .*\n/gm, ''))
  return exitCode
}

async function runMainJob() {
  const flags = ['--config', join('examples', 'enterprise-12.yaml'), '--out', 'out']
  for (const action of mainJob) {
    const exitCode = await runStep(action, flags)
    if (exitCode !== 0) return exitCode
  }
  say('\nThe template, the policies, groups and roles are in out/. Now try it with a config of your own:')
  say('  npm start -- validate-config --config my-config.yaml')
  return 0
}

await prepare()
const args = process.argv.slice(2)
process.exitCode = args.length === 0 ? await runMainJob() : await run(args, ownFolder(), 'inherit').ended

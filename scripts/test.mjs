// Everything that must hold: `npm test`. It needs Node and Python, and prepares the rest by itself.
//
// One line a step; what a tool prints is shown when it fails. A step that is no test runner counts as one test. The last
// line has the totals over everything.
import { inRoot } from './lib/in-root.mjs'
import { checkers, findPython, preparePython, testServer } from './lib/python.mjs'
import { mustRun, runStep, StepError } from './lib/steps.mjs'
import { runVitest } from './lib/vitest.mjs'
import { prepare, stop } from './prepare.mjs'

const totals = { passed: 0, failed: 0, skipped: 0 }

/** Also when a preparation ends the process: what could not run has not passed. */
function printTotals(exitCode) {
  const failed = exitCode === 0 ? totals.failed : Math.max(totals.failed, 1)
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
  process.exitCode = failed > 0 ? 1 : 0
  console.log(`${totals.passed} passed, ${failed} failed${skipped}`)
}

function add(counted) {
  for (const key of Object.keys(counted)) totals[key] += counted[key]
}

/** A check by one tool. */
async function check(name, path, args) {
  const isGood = await runStep(name, () => mustRun(process.execPath, [inRoot(path), ...args]))
  add({ passed: Number(isGood), failed: Number(!isGood) })
}

async function test(name, args) {
  await runStep(name, () => {
    const { totals: counted, output } = runVitest(args)
    add(counted)
    if (counted.failed > 0) throw new StepError(output)
    return `${counted.passed} passed`
  })
}

const python = findPython()
if (python.fault) stop(python.fault)
process.on('exit', printTotals)

await runStep('install and build', prepare)
await check('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])
await check('types', 'node_modules/typescript/bin/tsc', ['-p', inRoot('tsconfig.json')])
await check('generated files', 'scripts/generate.mjs', ['--check'])
if (await runStep('install test server', () => preparePython(python, testServer)))
  await test('tests', ['--project=!judges'])
else add({ failed: 1 })
if (await runStep('install checkers', () => preparePython(python, checkers)))
  await test('checkers', ['--project=judges'])
else add({ failed: 1 })

// The whole life of a stack, on a server that acts like AWS and needs no account: `npm run demo`.
//
//   --all       shows everything that the program says; long outputs are shortened otherwise
//   --prepared  takes what is installed and built as it is
import { findPython, preparePython, testServer } from './lib/python.mjs'
import { runStep } from './lib/steps.mjs'
import { prepare, stop } from './prepare.mjs'

const options = process.argv.slice(2)

if (!options.includes('--prepared')) {
  const python = findPython()
  if (python.fault) stop(python.fault)
  await prepare()
  if (!(await runStep('test server', () => preparePython(python, testServer)))) process.exit(1)
}
// It loads what has just been installed.
const { runDemo } = await import('./demo/run-demo.mjs')
process.exitCode = (await runDemo({ isWhole: options.includes('--all') })) ? 0 : 1

// Renews every generated file of the repository: `npm run generate`.
//
//   --check      fails when a fresh run would differ, and changes nothing; leaves out what needs Python
//   --no-python  leaves out what needs Python: the lists of AWS's managed policies and of SageMaker's images
//   --python=<path>  the Python to use: 3.9 or later, with pip; `python3` otherwise
//
// Python downloads two packages, whose hashes are in packages/core/scripts/requirements.txt, and runs nothing of them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const core = join(root, 'packages/core/scripts')
const options = process.argv.slice(2)
const python =
  options.find((option) => option.startsWith('--python='))?.slice('--python='.length) ?? 'python3'

/** Python prints JSON, a script of ours makes a file of it. */
const pythonGenerators = [
  { wheel: 'moto', reader: 'managed-policies.py', writer: 'generate-managed-policies.ts' },
  { wheel: 'sagemaker_core', reader: 'image-registries.py', writer: 'generate-image-registries.ts' },
]

const generators = [
  'packages/core/scripts/generate-regions.ts',
  'packages/core/scripts/generate-schemas.ts',
  'packages/core/scripts/generate-resource-spec.ts',
  'packages/policies/scripts/generate-builtin.ts',
  'scripts/generate-errors.ts',
]

function run(command, args, input) {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: root,
    input,
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (error?.code === 'ENOENT') stop(`"${command}" was not found; give --python=<path>, or --no-python`)
  if (status !== 0) stop(`${[command, ...args].join(' ')} failed`)
  return stdout
}

function stop(reason) {
  console.error(`generate: ${reason}`)
  process.exit(1)
}

const runScript = (path, input) => run(process.execPath, ['--import', 'tsx', path], input)

function runPythonGenerators() {
  const folder = mkdtempSync(join(tmpdir(), 'sec-generate-'))
  try {
    const requirements = ['--require-hashes', '-r', join(core, 'requirements.txt')]
    run(python, [
      '-m',
      'pip',
      'download',
      '-q',
      '--no-deps',
      '--only-binary=:all:',
      ...requirements,
      '-d',
      folder,
    ])
    for (const { wheel, reader, writer } of pythonGenerators) {
      const file = readdirSync(folder).find((name) => name.startsWith(`${wheel}-`))
      runScript(join(core, writer), run(python, ['-B', join(core, reader), join(folder, file)]))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runGenerators() {
  for (const path of generators.filter((name) => existsSync(join(root, name)))) runScript(join(root, path))
}

/** Every generated file, and its text. */
function generatedFiles() {
  const sources = readdirSync(join(root, 'packages')).map((name) => join('packages', name, 'src/generated'))
  const folders = [...sources, 'schemas'].map((folder) => join(root, folder)).filter(existsSync)
  const pages = [join(root, 'docs/errors.md')]
  const files = [
    ...pages,
    ...folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))),
  ]
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
}

/** Puts back what a fresh run changed, and names it. */
function restore(before) {
  const changed = [...generatedFiles()]
    .filter(([file, text]) => before.get(file) !== text)
    .map(([file]) => file)
  for (const file of changed) {
    if (before.has(file)) writeFileSync(file, before.get(file))
    else rmSync(file)
  }
  return changed.map((file) => relative(root, file))
}

if (options.includes('--check')) {
  const before = generatedFiles()
  runGenerators()
  const changed = restore(before)
  if (changed.length > 0) stop(`run \`npm run generate\` and look at what changes in ${changed.join(', ')}`)
} else {
  if (!options.includes('--no-python')) runPythonGenerators()
  runGenerators()
}

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, vi } from 'vitest'

// Each test starts processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

// The program as users get it: built, and started as a process.
const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'packages/sec-provisioner/dist/sec-provisioner.cjs')
const example = join(root, 'examples/enterprise-12.yaml')

beforeAll(() => {
  if (!existsSync(program)) throw new Error(`${program} is missing: run "npx turbo run build" first`)
})

const newFolder = () => mkdtempSync(join(tmpdir(), 'sec-built-'))

/** Makes the process say at its end how much memory it took, in kilobytes. */
const memoryProbe = `--import=data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>console.error("maxRSS="+process.resourceUsage().maxRSS))',
)}`

function run(args: readonly string[], cwd = newFolder()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
  })
  return { exitCode: status, out: stdout, err: stderr, cwd }
}

/** Runs a line of shell in which `$SEC` is the program. */
function runShell(line: string, cwd = newFolder()) {
  const env = { ...process.env, SEC: `${process.execPath} ${program}`, EXAMPLE: example }
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, env, encoding: 'utf8' })
  return { exitCode: status, out: stdout, err: stderr, cwd }
}

function filesUnder(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true }) as string[]
  return all.filter((file) => statSync(join(folder, file)).isFile()).sort()
}

const bundleFiles = existsSync(program)
  ? readdirSync(dirname(program)).filter((name) => name.endsWith('.cjs'))
  : []

/** The files of the bundle that a run loads, in the order of their names. */
function loadedBy(args: readonly string[]): string[] {
  const probe = join(newFolder(), 'probe.cjs')
  const report = 'console.error("loaded=" + Object.keys(require.cache).join())'
  writeFileSync(probe, `process.on('exit', () => ${report})`)
  const { stderr } = spawnSync(process.execPath, ['-r', probe, program, ...args], {
    cwd: newFolder(),
    encoding: 'utf8',
  })
  const files = /^loaded=(.*)$/m.exec(stderr)?.[1]?.split(',') ?? []
  return files
    .map((file) => basename(file))
    .filter((name) => bundleFiles.includes(name))
    .sort()
}

describe('the built program', () => {
  it('answers --version with the version of its package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/sec-provisioner/package.json'), 'utf8'))
    expect(run(['--version'])).toMatchObject({ exitCode: 0, out: `${version}\n`, err: '' })
  })

  it('names its twelve actions in --help', () => {
    const { out } = run(['--help'])
    const actions = out.match(/^ {2}(?:validate|create|export|show|check|test|delete)-[a-z-]+|^ {2}deploy/gm)
    expect(actions).toHaveLength(12)
  })

  it.each([[['--help']], [['deploy', '--help']]])('loads little for %j', (args) => {
    expect(loadedBy(args)).toEqual(['sec-provisioner.cjs'])
    expect(statSync(program).size).toBeLessThan(40_000)
  })

  it('loads nothing of the SDK for a dry run, and with its first call the client of that service', () => {
    const ready = ['aws-actions.cjs', 'run-action.cjs', 'sec-provisioner.cjs']
    expect(loadedBy(['deploy', '--dry-run', '-c', example])).toEqual(ready)
    const noProfile = ['show-changes', '--profile', 'no-such-profile', '-c', example]
    expect(loadedBy(noProfile)).toEqual(['aws-actions.cjs', 'identity.cjs', ...ready.slice(1)])
  })

  it.each(['identity', 'stacks', 'objects', 'parameters', 'iam'])('keeps %s.cjs small', (name) => {
    const textOf = (file: string) => readFileSync(join(dirname(program), `${file}.cjs`), 'utf8')
    expect(textOf(name).length).toBeLessThan(360_000)
    // A word of the chain of credential providers, which is in one file and not in each.
    expect(textOf('credentials')).toContain('credential_process')
    expect(textOf(name)).not.toContain('credential_process')
  })

  it('loads what says where faults stand only when there are some', () => {
    const faulty = join(newFolder(), 'faulty.yaml')
    writeFileSync(faulty, readFileSync(example, 'utf8').replace('env: prod', 'env: production'))
    const quick = ['model-actions.cjs', 'run-action.cjs', 'sec-provisioner.cjs']
    expect(loadedBy(['validate-config', '-c', example])).toEqual(quick)
    expect(loadedBy(['validate-config', '-c', faulty])).toEqual(['compile-text-precisely.cjs', ...quick])
  })

  it('needs no package beside it', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages/sec-provisioner/package.json'), 'utf8'))
    expect(manifest.dependencies ?? {}).toEqual({})
    const texts = bundleFiles.map((name) => readFileSync(join(dirname(program), name), 'utf8'))
    const required = texts.flatMap((text) =>
      [...text.matchAll(/(?<!\[)\brequire\("([^"]+)"\)/g)].map(([, from]) => from),
    )
    expect(required.length).toBeGreaterThan(10)
    for (const from of required) expect(from).toMatch(/^(\.\/|node:)/)
  })

  it('passes on the licences of what is bundled in it', () => {
    const text = readFileSync(join(dirname(program), 'third-party-licences.txt'), 'utf8')
    for (const name of [
      'yaml',
      'js-yaml',
      'picocolors',
      'fastest-levenshtein',
      '@aws-sdk/client-iam',
      '@smithy/core',
    ])
      expect(text).toMatch(new RegExp(`^${name} `, 'm'))
    // The schema library works when the packages are built, and is not part of the program.
    expect(text).not.toMatch(/^typebox /m)
  })

  it('does the main job on the enterprise example, twice with the same bytes', () => {
    const folders = [newFolder(), newFolder()]
    const actions = [
      'create-prov-template',
      'export-iam-policy',
      'export-service-policies',
      'export-groups',
      'export-roles',
    ]
    for (const cwd of folders)
      for (const action of actions) expect(run([action, '-c', example], cwd)).toMatchObject({ exitCode: 0 })
    const [first, second] = folders.map((cwd) =>
      Object.fromEntries(
        filesUnder(cwd)
          .filter((file) => !file.endsWith('.log'))
          .map((file) => [file, readFileSync(join(cwd, file), 'utf8')]),
      ),
    )
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(50)
    expect(second).toEqual(first)
  })
})

describe('bad input', () => {
  const write = (text: string | Buffer) => {
    const cwd = newFolder()
    writeFileSync(join(cwd, 'a.yaml'), text)
    return cwd
  }
  const bomb = [
    'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
    ...Array.from({ length: 9 }, (_, n) => {
      const items = Array.from({ length: 10 }, () => `*a${n}`).join(',')
      return `a${n + 1}: &a${n + 1} [${items}]`
    }),
  ].join('\n')

  it.each([
    { name: 'a file of 50 MB', content: Buffer.alloc(50_000_000, 'a') },
    { name: 'an alias bomb', content: bomb },
    { name: 'a merge key', content: 'a: &a {b: 1}\nc:\n  <<: *a\n' },
    { name: 'deep brackets', content: '['.repeat(200_000) },
    {
      name: 'deep indentation',
      content: Array.from({ length: 1300 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    },
    { name: '1 MB on one line', content: `a: ${'x'.repeat(1_000_000)}` },
    { name: 'random bytes', content: Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)) },
    { name: 'null for every section', content: 'tier:\nclient:\nenvironment:\nsecurity:\n' },
  ])('gets an answer soon and in little memory: $name', ({ content }) => {
    const cwd = write(content)
    const args = [memoryProbe, program, 'validate-config', '-c', 'a.yaml']
    const started = performance.now()
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
    const seconds = (performance.now() - started) / 1000
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^a\.yaml(:\d+:\d+)? {2}error {2}[A-Z0-9_]+ {2}/)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(Number(/maxRSS=(\d+)/.exec(stderr)?.[1])).toBeLessThan(300_000)
    // Generous: the machine may be busy. What is meant is that nothing grows out of bounds.
    expect(seconds).toBeLessThan(10)
  })
})

describe.skipIf(process.platform === 'win32')('the world around it', () => {
  it('may limit the size of files: nothing is left half written, and the message says so', () => {
    const { exitCode, err, cwd } = runShell('ulimit -f 8; $SEC create-prov-template -c "$EXAMPLE" --out o')
    expect(exitCode).toBe(1)
    expect(err).toContain('FILE_NOT_WRITTEN')
    expect(err).toContain('(EFBIG)')
    expect(filesUnder(cwd).filter((file) => !file.endsWith('.log'))).toEqual([])
  })

  it('may allow no file at all: the log is missed with a warning', () => {
    const { exitCode, err } = runShell('ulimit -f 0; $SEC validate-config -c "$EXAMPLE"')
    expect(exitCode).toBe(0)
    expect(err).toContain('warning  LOG_NOT_WRITTEN')
  })

  it('may cut its standard output short: the exit code says so', () => {
    const { exitCode, err } = runShell(
      'ulimit -f 1; $SEC export-roles -c "$EXAMPLE" --dry-run --format json > o.json',
    )
    expect(exitCode).toBe(1)
    expect(err).toContain('the output was cut short')
  })

  it('may stop reading early', () => {
    const { err } = runShell('$SEC export-roles -c "$EXAMPLE" --dry-run | head -n 1')
    expect(err).not.toMatch(/EPIPE|^ +at /m)
  })

  it('may hand the config over through a pipe', () => {
    const { exitCode, out } = runShell('cat "$EXAMPLE" | $SEC validate-config -c /dev/stdin')
    expect(exitCode).toBe(0)
    expect(out).toContain('/dev/stdin is valid')
  })

  it('may interrupt it while it waits for a pipe', async () => {
    const cwd = newFolder()
    execFileSync('mkfifo', ['pipe'], { cwd })
    const child = spawn(process.execPath, [program, 'validate-config', '-c', 'pipe'], { cwd })
    await new Promise((done) => setTimeout(done, 1500))
    child.kill('SIGINT')
    expect(await signalOf(child)).toBe('SIGINT')
    rmSync(cwd, { recursive: true })
  })
})

function signalOf(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((done) => child.on('exit', (_code, signal) => done(signal)))
}

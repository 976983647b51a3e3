import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exampleText, runCli, type TestFolder, testFolder } from './run-cli.js'

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

const validate = (folder: TestFolder, file = 'a.yaml') => runCli(folder, ['validate-config', '-c', file])

describe('a config', () => {
  it.each([
    { name: 'empty', content: '', says: /^a\.yaml:1:1 {2}error {2}YAML_EMPTY/ },
    { name: 'binary', content: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), says: /FILE_NOT_UTF8.*0x89/ },
    { name: 'binary that is UTF-8', content: 'a: \u0000', says: /^a\.yaml:1:4 {2}error {2}YAML_BINARY/ },
    {
      name: 'in UTF-16',
      content: Buffer.from('\ufeffa: 1', 'utf16le'),
      says: /^a\.yaml:1:1 {2}error {2}FILE_NOT_UTF8/,
    },
    {
      name: 'broken in the middle of UTF-8',
      content: Buffer.from([0x61, 0x3a, 0x0a, 0x20, 0xe4, 0x0a]),
      says: /^a\.yaml:2:2 /,
    },
    { name: 'not YAML', content: 'a: "b', says: /^a\.yaml:\d+:\d+ {2}error {2}YAML_SYNTAX/ },
    { name: 'with tabs', content: 'a:\n\tb: 1\n', says: /^a\.yaml:2:\d+ {2}error {2}YAML_SYNTAX/ },
    {
      name: 'with a key twice',
      content: `${exampleText('startup-5.yaml')}\ntier: 1\n`,
      says: /^a\.yaml:\d+:1 {2}error {2}YAML_DUPLICATE_KEY/,
    },
    {
      name: 'of two documents',
      content: 'a: 1\n---\nb: 1\n',
      says: /^a\.yaml:2:1 {2}error {2}YAML_SEVERAL_DOCUMENTS/,
    },
    { name: 'that is a list', content: '- a\n', says: /^a\.yaml:1:1 {2}error {2}YAML_NOT_A_MAP/ },
  ])('that is $name is answered with its place and exit code 2', async ({ content, says }) => {
    const folder = testFolder()
    folder.write('a.yaml', content)
    const run = await validate(folder)
    expect(run.err).toMatch(says)
    expect(run).toMatchObject({ exitCode: 2, out: '' })
    expect(run.err).not.toMatch(/^ +at /m)
    expect(run.err).toMatch(/^1 error in a\.yaml$/m)
  })

  it('may begin with a byte order mark', async () => {
    const folder = testFolder()
    folder.write('a.yaml', `\ufeff${exampleText('startup-5.yaml')}`)
    expect((await validate(folder)).exitCode).toBe(0)
  })

  it('that is missing is named', async () => {
    const run = await validate(testFolder(), 'nowhere.yaml')
    expect(run.exitCode).toBe(2)
    expect(run.err).toContain('nowhere.yaml  error  FILE_MISSING  there is no file "nowhere.yaml"')
  })

  it('that is a folder is refused as one', async () => {
    const folder = testFolder()
    mkdirSync(join(folder.path, 'configs'))
    const run = await validate(folder, 'configs')
    expect(run.exitCode).toBe(2)
    expect(run.err).toContain('"configs" is a folder, expected a file')
  })

  it('of more than 1 MB is refused unread', async () => {
    const folder = testFolder()
    folder.write('a.yaml', `#${'x'.repeat(1_048_576)}`)
    const files = { readStart: () => expect.unreachable() }
    const run = await runCli(folder, ['validate-config', '-c', 'a.yaml'], { files })
    expect(run.exitCode).toBe(2)
    expect(run.err).toContain('larger than the 1,048,576 bytes that are read')
  })

  it('that may not be read says why', async () => {
    const folder = testFolder()
    folder.write('a.yaml', 'a: 1')
    const files = {
      readStart: () => {
        throw systemError('EACCES')
      },
    }
    const run = await runCli(folder, ['validate-config', '-c', 'a.yaml'], { files })
    expect(run.exitCode).toBe(2)
    expect(run.err).toContain('"a.yaml" cannot be read: permission denied (EACCES)')
  })

  it('shows the line of each fault with a caret below', async () => {
    const folder = testFolder()
    folder.write('a.yaml', exampleText('startup-5.yaml').replace('region: us-west-1', 'region: us-west-99'))
    const { err } = await validate(folder)
    const lines = err.split('\n')
    const frame = lines.findIndex((line) => line.includes('| ') && line.includes('region: us-west-99'))
    const caret = (lines[frame + 1] as string).indexOf('^')
    expect((lines[frame] as string).slice(caret)).toBe('us-west-99')
  })
})

describe('extends', () => {
  const split = (folder: TestFolder, base: string) => {
    folder.write('deep/base.yaml', exampleText('startup-5.yaml'))
    folder.write('deep/er/a.yaml', `extends: ${base}\nclient:\n  company_name: Other\n`)
    return runCli(folder, ['validate-config', '-c', 'deep/er/a.yaml'])
  }

  it('is relative to the config that names it', async () =>
    expect(await split(testFolder(), '../base.yaml')).toMatchObject({ exitCode: 0 }))

  it.each([
    { base: '../nowhere.yaml', says: 'there is no such file' },
    { base: '../../deep', says: 'it is a folder' },
  ])('of $base is an issue of the line that says so', async ({ base, says }) => {
    const run = await split(testFolder(), base)
    expect(run.exitCode).toBe(2)
    expect(run.err).toMatch(/^deep\/er\/a\.yaml:1:\d+ {2}error/)
    expect(run.err).toContain(says)
  })

  it('points into the file that a wrong value comes from, and shows its line', async () => {
    const folder = testFolder()
    folder.write('base.yaml', exampleText('startup-5.yaml').replace('env: prod', 'env: production'))
    folder.write('sub/a.yaml', 'extends: ../base.yaml\n')
    const run = await runCli(folder, ['validate-config', '-c', 'sub/a.yaml'])
    expect(run.err).toMatch(/^base\.yaml:\d+:\d+ {2}error/)
    expect(run.err).toContain('| ')
    expect(run.err).toMatch(/1 error in base\.yaml/)
  })

  it('in a circle through a symbolic link is one error', async () => {
    const folder = testFolder()
    folder.write('a.yaml', 'extends: loop/a.yaml\n')
    symlinkSync('.', join(folder.path, 'loop'))
    const run = await validate(folder)
    expect(run.exitCode).toBe(2)
    expect(run.err).toContain('EXTENDS_CIRCLE')
    expect(run.err).toContain('a.yaml -> a.yaml')
  })
})

describe('--policy-templates', () => {
  const template = [
    'service: queue',
    'level: level1',
    'name: level1-read-only',
    'summary: Reads the queues of the estate.',
    'typical_users: [data_scientists]',
    'statements:',
    '  - Sid: QueuesRead',
    '    reason: Reads what stands in the queues of the estate.',
    '    Effect: Allow',
    '    Action: [sqs:ReceiveMessage]',
    '    Resource: ["arn:${partition}:sqs:${region}:${account_id}:${prefix}-*"]',
    '',
  ].join('\n')

  function withTemplate(text = template): TestFolder {
    const folder = testFolder()
    folder.write('more/queue/level1-read-only.yaml', text)
    folder.write(
      'a.yaml',
      exampleText('startup-5.yaml').replace(
        'policy_assignments:\n',
        'policy_assignments:\n        queue: level1\n',
      ),
    )
    return folder
  }
  const flags = ['--policy-templates', 'more']

  it('adds a service without any code', async () => {
    const folder = withTemplate()
    const run = await runCli(folder, ['export-service-policies', '-c', 'a.yaml', ...flags])
    expect(run.exitCode).toBe(0)
    expect(folder.read('policies/techcorp-prod-a001-policy-queue-level1-read-only.json')).toContain(
      'arn:aws:sqs:us-west-1:111122223333:techcorp-prod-a001-*',
    )
    expect((await validate(folder)).exitCode).toBe(2)
  })

  it('may be repeated', async () => {
    const folder = withTemplate()
    folder.write(
      'other/topic/level1-x.yaml',
      template.replace('queue', 'topic').replace('level1-read-only', 'level1-x'),
    )
    const run = await runCli(folder, [
      'validate-config',
      '-c',
      'a.yaml',
      ...flags,
      '--policy-templates',
      'other',
    ])
    expect(run).toMatchObject({ exitCode: 0 })
  })

  it('finds a fault in a template with file and line, and nothing that follows from it', async () => {
    const folder = withTemplate(template.replace('    Effect: Allow', '    Efect: Allow'))
    const run = await runCli(folder, ['validate-config', '-c', 'a.yaml', ...flags, '--format', 'json'])
    expect(run.exitCode).toBe(2)
    const files = new Set(run.json().issues.map(({ file, line }) => `${file}:${line}`))
    expect([...files].every((place) => /^more\/queue\/level1-read-only\.yaml:\d+$/.test(place))).toBe(true)
  })

  it('ignores other files with a warning, and those with a dot silently', async () => {
    const folder = withTemplate()
    for (const file of ['README.md', 'queue/notes.txt', 'queue/deep/level1.yaml', '.DS_Store', 'queue/.swp'])
      folder.write(`more/${file}`, 'x')
    const run = await runCli(folder, ['validate-config', '-c', 'a.yaml', ...flags, '--format', 'json'])
    expect(run.exitCode).toBe(0)
    expect(run.json().issues.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['POLICY_TEMPLATE_IGNORED', 'warning', 'more/queue/deep'],
      ['POLICY_TEMPLATE_IGNORED', 'warning', 'more/queue/notes.txt'],
      ['POLICY_TEMPLATE_IGNORED', 'warning', 'more/README.md'],
    ])
  })

  it.each([
    { name: 'is missing', folder: 'nowhere', code: 'FOLDER_MISSING' },
    { name: 'is a file', folder: 'a.yaml', code: 'FOLDER_UNREADABLE' },
  ])('refuses a folder that $name', async ({ folder: name, code }) => {
    const folder = withTemplate()
    const run = await runCli(folder, ['validate-config', '-c', 'a.yaml', '--policy-templates', name])
    expect(run.exitCode).toBe(2)
    expect(run.err.match(/ {2}error {2}|^error {2}/gm)).toHaveLength(1)
    expect(run.err).toContain(code)
  })

  it('warns of a folder without templates', async () => {
    const folder = withTemplate()
    mkdirSync(join(folder.path, 'none/queue'), { recursive: true })
    const args = ['validate-config', '-c', 'a.yaml', ...flags, '--policy-templates', 'none']
    const run = await runCli(folder, args)
    expect(run.exitCode).toBe(0)
    expect(run.err).toContain('the folder "none" holds no policy template')
  })
})

describe('files that cannot be written', () => {
  const actions = [
    'create-prov-template',
    'export-iam-policy',
    'export-service-policies',
    'export-groups',
    'export-roles',
  ]
  const cases = actions.flatMap((action) =>
    ['ENOSPC', 'EFBIG', 'EACCES', 'EROFS'].map((code) => ({ action, code })),
  )

  it.each(cases)(
    'stop $action with exit code 1 and leave nothing behind: $code',
    async ({ action, code }) => {
      const folder = testFolder()
      folder.write('a.yaml', exampleText('startup-5.yaml'))
      const files = {
        create: () => {
          throw systemError(code)
        },
      }
      const run = await runCli(folder, [action, '-c', 'a.yaml', '--format', 'json'], { files })
      expect(run.json()).toMatchObject({
        ok: false,
        exitCode: 1,
        files: [],
        issues: [{ code: 'FILE_NOT_WRITTEN' }],
      })
      expect(run.json().issues[0]?.message).toContain(code)
      expect(folder.files()).toEqual(['a.yaml'])
    },
  )

  it('below a file, too', async () => {
    const folder = testFolder()
    folder.write('a.yaml', exampleText('startup-5.yaml'))
    folder.write('file', '')
    const run = await runCli(folder, ['create-prov-template', '-c', 'a.yaml', '--out', 'file'])
    expect(run.exitCode).toBe(1)
    expect(run.err).toContain('warning  LOG_NOT_WRITTEN')
    expect(run.err).toContain('error  FILE_NOT_WRITTEN')
  })

  it('are only a warning when it is the log', async () => {
    const folder = testFolder()
    folder.write('a.yaml', exampleText('startup-5.yaml'))
    folder.write('reports', 'a file in the way')
    const run = await runCli(folder, ['create-prov-template', '-c', 'a.yaml', '--strict'])
    expect(run.exitCode).toBe(0)
    expect(run.err).toContain('warning  LOG_NOT_WRITTEN  no log is kept')
  })
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Compile } from 'typebox/schema'
import { beforeAll, describe, expect, it } from 'vitest'
import { exampleText, runCli, testFolder } from './run-cli.js'

const schemaFile = fileURLToPath(new URL('../../../schemas/action-result.schema.json', import.meta.url))

let isValid: (value: unknown) => boolean

beforeAll(() => {
  const validator = Compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  isValid = (value) => validator.Check(value)
})

const lines = [
  ['validate-config', '-c', 'a.yaml'],
  ['validate-config', '-c', 'broken.yaml'],
  ['validate-config', '-c', 'nowhere.yaml'],
  ['create-prov-template', '-c', 'a.yaml'],
  ['create-prov-template', '-c', 'a.yaml', '--dry-run'],
  ['create-prov-template', '-c', 'a.yaml', '--out', 'a.yaml'],
  ['validate-prov-template', 'a.yaml'],
  ['validate-prov-template', '-c', 'a.yaml'],
  ['export-iam-policy', '-c', 'a.yaml'],
  ['export-service-policies', '-c', 'a.yaml', '--dry-run'],
  ['export-groups', '-c', 'a.yaml'],
  ['export-roles', '-c', 'a.yaml', '--policy-templates', 'nowhere'],
  ['show-changes', '-c', 'a.yaml', '--dry-run', '--fail-on-changes'],
  ['check-drift', '-c', 'a.yaml', '--dry-run'],
  ['test-deploy', '-c', 'a.yaml', '--dry-run'],
  ['test-deploy', '-c', 'a.yaml', '--dry-run', '--keep'],
  ['deploy', '-c', 'a.yaml', '--dry-run'],
  ['delete-stack', '-c', 'a.yaml', '--dry-run', '--force'],
  ['deploy', '-c', 'broken.yaml', '--dry-run'],
  ['nonsense'],
  ['validate-config', '--nonsense'],
  [],
]

describe('the JSON document', () => {
  it.each(lines.map((args) => ({ args, line: args.join(' ') })))(
    'of "$line" is as published',
    async ({ args }) => {
      const folder = testFolder()
      folder.write('a.yaml', exampleText('startup-5.yaml'))
      folder.write('broken.yaml', exampleText('startup-5.yaml').replace('env: prod', 'env: production'))
      const run = await runCli(folder, [...args, '--format', 'json'])
      const result = run.json()
      expect(isValid(result)).toBe(true)
      expect(result.exitCode).toBe(run.exitCode)
      expect(result.issues.length > 0 || result.ok).toBe(true)
      expect(run.err).toBe('')
    },
  )

  const good = {
    action: 'x',
    ok: false,
    exitCode: 2,
    issues: [
      {
        code: 'A_B',
        severity: 'error',
        message: 'm',
        hint: '',
        path: ['a', 0],
        file: 'f',
        line: 1,
        column: 1,
      },
    ],
    files: ['/x'],
    plan: [
      { kind: 'write-file', file: '/x', bytes: 1 },
      { kind: 'call', call: 's3:PutObject', on: 'key', why: 'uploads', when: ['if it is large'], bytes: 1 },
      { kind: 'decision', text: 'stops' },
    ],
    stack: { name: 's', id: 'arn', status: 'CREATE_COMPLETE', outcome: 'created' },
    outputs: { a: 'b' },
    parameters: { path: '/p', written: 1, removed: 0, unchanged: 0 },
  }
  it.each([
    { name: 'a field is missing', value: { ...good, files: undefined } },
    { name: 'ok does not follow the exit code', value: { ...good, ok: true } },
    { name: 'an exit code is unknown', value: { ...good, exitCode: 9 } },
    { name: 'a severity is unknown', value: { ...good, issues: [{ ...good.issues[0], severity: 'fatal' }] } },
    { name: 'a line is 0', value: { ...good, issues: [{ ...good.issues[0], line: 0 }] } },
    { name: 'a line has no file', value: { ...good, issues: [{ ...good.issues[0], file: undefined }] } },
    { name: 'a planned call has no reason', value: { ...good, plan: [{ ...good.plan[1], why: undefined }] } },
    { name: 'a planned file has no size', value: { ...good, plan: [{ ...good.plan[0], bytes: undefined }] } },
    { name: 'a condition is a text', value: { ...good, plan: [{ ...good.plan[1], when: 'if' }] } },
    { name: 'a decision has no words', value: { ...good, plan: [{ kind: 'decision' }] } },
    { name: 'an outcome is unknown', value: { ...good, stack: { name: 's', outcome: 'gone' } } },
    { name: 'an output is no text', value: { ...good, outputs: { a: 1 } } },
    { name: 'a path is a text', value: { ...good, issues: [{ ...good.issues[0], path: 'a.b' }] } },
  ])('would be refused when $name', ({ value }) => {
    expect(isValid(good)).toBe(true)
    expect(isValid(JSON.parse(JSON.stringify(value)))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { describeIssue } from '../issue/issue-kinds.js'
import { cliIssueKinds } from './cli-issues.js'
import { defineAction, type ProvisionerDefinition } from './command.js'
import { choice, type FlagTable } from './flags.js'
import { parseCommand } from './parse-command.js'

const shared = {
  'policy-templates': { kind: 'list', value: '<dir>', summary: 'more templates' },
  'template-format': choice(['yaml', 'json'], 'the format'),
} as const satisfies FlagTable

const run = () => 0 as const
const program: ProvisionerDefinition = {
  name: 'demo',
  version: '1.2.3',
  summary: 'A program.',
  options: shared,
  examples: [],
  actions: [
    defineAction(shared, {
      name: 'check-config',
      summary: 'checks',
      safety: 'local',
      config: 'required',
      run,
    }),
    defineAction(shared, {
      name: 'check-file',
      summary: 'checks a file',
      safety: 'local',
      config: 'unless-argument',
      argument: 'file',
      options: { keep: { kind: 'switch', summary: 'keeps' } },
      run,
    }),
  ],
}

const parse = (line: string) => parseCommand(line.split(' ').filter(Boolean), program)
const options = (line: string) => {
  const command = parse(line)
  return command.kind === 'run' ? { action: command.action.name, ...command.options } : command
}

describe('a command line', () => {
  it.each([
    { name: 'action first', line: 'check-config --config a.yaml' },
    { name: 'action by flag', line: '--config a.yaml --action check-config' },
    { name: 'one-letter flags', line: '-a check-config -c a.yaml' },
    { name: 'values after an equals sign', line: '--action=check-config --config=a.yaml' },
    { name: 'one-letter flags with an equals sign', line: '-a=check-config -c=a.yaml' },
    { name: 'flags before the action', line: '--config a.yaml check-config' },
    { name: 'the same action twice', line: 'check-config --action check-config -c a.yaml' },
  ])('takes $name', ({ line }) => {
    expect(options(line)).toMatchObject({ action: 'check-config', config: 'a.yaml', argument: undefined })
  })

  it('fills in every option, in camelCase, with its default', () => {
    expect(options('check-config -c a.yaml')).toMatchObject({
      format: 'text',
      dryRun: false,
      strict: false,
      policyTemplates: [],
      templateFormat: 'yaml',
      region: undefined,
    })
  })

  it('leaves values that look like numbers as they are', () => {
    expect(options('check-config -c 012 --out 1e3')).toMatchObject({ config: '012', out: '1e3' })
  })

  it('collects a flag that may be repeated', () => {
    const line = 'check-config -c a.yaml --policy-templates one --policy-templates=two'
    expect(options(line)).toMatchObject({ policyTemplates: ['one', 'two'] })
  })

  it('hands an argument over, and needs no config then', () => {
    expect(options('check-file x.yaml --keep')).toMatchObject({
      argument: 'x.yaml',
      keep: true,
      config: undefined,
    })
    expect(options('--action check-file x.yaml')).toMatchObject({ argument: 'x.yaml' })
  })

  it('takes what follows two hyphens as words', () => {
    expect(options('check-file -- --odd-name')).toMatchObject({ argument: '--odd-name' })
  })

  it.each([
    { line: '--help', action: undefined },
    { line: 'check-file -h', action: 'check-file' },
    { line: '--action check-file --help --nonsense', action: 'check-file' },
    { line: 'nonsense --help', action: undefined },
  ])('shows help for "$line"', ({ line, action }) => {
    const command = parse(line)
    expect(command.kind === 'help' && command.action?.name).toBe(action)
    expect(command.kind).toBe('help')
  })

  it('knows --version', () => expect(parse('--version').kind).toBe('version'))
})

describe('misuse', () => {
  it.each([
    { line: '', says: ['no action given, expected one of check-config, check-file'] },
    { line: '-c a.yaml', says: ['no action given, expected one of check-config, check-file'] },
    { line: 'chekc-config -c a.yaml', says: ['unknown action "chekc-config"; did you mean "check-config"?'] },
    { line: '-a check-c -c a.yaml', says: ['unknown action "check-c"; did you mean "check-config"?'] },
    { line: 'deploy -c a.yaml', says: ['unknown action "deploy"'] },
    { line: 'check-config', says: ['check-config needs the config that it works on'] },
    { line: 'check-file', says: ['check-file needs a file, or the config that it works on'] },
    { line: 'check-config --confg a.yaml', says: ['unknown flag "--confg"; did you mean "--config"?'] },
    { line: 'check-config -config a.yaml', says: ['unknown flag "-config"; did you mean "--config"?'] },
    { line: 'check-config --dryRun -c a.yaml', says: ['unknown flag "--dryRun"; did you mean "--dry-run"?'] },
    {
      line: 'check-config --policy x -c a',
      says: ['unknown flag "--policy"; did you mean "--policy-templates"?'],
    },
    { line: 'check-config -c a.yaml -x', says: ['unknown flag "-x"'] },
    { line: 'check-config -c a.yaml --constructor', says: ['unknown flag "--constructor"'] },
    { line: 'check-config -c a.yaml --keep', says: ['--keep is a flag of check-file, not of check-config'] },
    { line: 'check-config --config', says: ['--config needs a value'] },
    { line: 'check-config --config=', says: ['--config needs a value'] },
    { line: 'check-config --config --strict', says: ['--config needs a value, found "--strict" after it'] },
    { line: 'check-config -c a --strict=no', says: ['--strict takes no value, found "no"'] },
    { line: 'check-config -c a --config b', says: ['--config is given more than once'] },
    { line: 'check-config -c a --format xml', says: ['--format is "xml", expected one of text, json'] },
    {
      line: 'check-config a.yaml',
      says: ['unexpected "a.yaml": check-config takes flags only'],
    },
    { line: 'check-file a b', says: ['unexpected "b": check-file takes one file'] },
    {
      line: 'check-config -a check-file -c a',
      says: ['two actions given, "check-config" and --action "check-file"'],
    },
    { line: 'check-config -c a --quiet --verbose', says: ['--quiet and --verbose are both given'] },
    { line: '--nope check-config --nay', says: ['unknown flag "--nope"', 'unknown flag "--nay"'] },
  ])('is found in "$line", without what follows from it', ({ line, says }) => {
    const command = parse(line)
    const issues = command.kind === 'misuse' ? command.issues : []
    expect(issues.map((issue) => describeIssue(issue, cliIssueKinds).message)).toEqual(says)
  })

  it.each([
    { line: 'nope --format json', format: 'json', action: 'nope' },
    { line: '--format=json', format: 'json', action: null },
    { line: 'check-config --nope --format json', format: 'json', action: 'check-config' },
    { line: 'check-config --format xml', format: 'text', action: 'check-config' },
  ])('keeps the format and the action of "$line"', ({ line, format, action }) => {
    expect(parse(line)).toMatchObject({ kind: 'misuse', format, action })
  })
})

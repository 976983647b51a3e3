import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type DescribedIssue, yamlIssueKinds } from '@sec/common'
import { builtinPolicyTemplates } from '@sec/policies'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileConfig } from '../src/compile/compile-config.js'
import type { CompileOptions } from '../src/compile/compile-options.js'
import { configIssueKinds } from '../src/config/issues/config-issues.js'

// A folder is a case: config.yaml, the texts that it extends, options.yaml (tierPin) where there is one, and
// issues.yaml with every issue, warnings and infos too, in the order of the text.
const root = new URL('./fixtures/invalid/', import.meta.url)
const cases = readdirSync(root).sort()

interface ExpectedIssue {
  readonly code: string
  readonly severity: string
  readonly file?: string
  readonly line: number
  readonly column: number
  readonly message: string
}

function read(name: string, file: string): string {
  return readFileSync(new URL(`${name}/${file}`, root), 'utf8')
}

function optionsOf(name: string): Pick<CompileOptions, 'tierPin'> {
  const isThere = existsSync(new URL(`${name}/options.yaml`, root))
  return isThere ? (parse(read(name, 'options.yaml')) as Pick<CompileOptions, 'tierPin'>) : {}
}

function compile(name: string) {
  return compileConfig(
    { file: 'config.yaml', text: read(name, 'config.yaml') },
    {
      templates: builtinPolicyTemplates(),
      ...optionsOf(name),
      loadBase: (reference) =>
        existsSync(new URL(`${name}/${reference}`, root))
          ? { source: { file: reference, text: read(name, reference) } }
          : { reason: 'there is no such file' },
    },
  )
}

function asWritten({ code, severity, file, line, column, message }: DescribedIssue) {
  return { code, severity, ...(file !== 'config.yaml' && { file }), line, column, message }
}

describe.each(cases)('%s', (name) => {
  const { issues, model } = compile(name)
  const expected = parse(read(name, 'issues.yaml')) as ExpectedIssue[]

  it('has these issues and no others', () => expect(issues.map(asWritten)).toStrictEqual(expected))

  it('has no model unless nothing is an error', () => {
    expect(model === undefined).toBe(expected.some(({ severity }) => severity === 'error'))
  })

  it('shows no external id', () => {
    const ids = [...read(name, 'config.yaml').matchAll(/external_id: (.*)/g)].map(([, id]) => id as string)
    for (const id of ids) expect(JSON.stringify(issues)).not.toContain(id)
  })
})

/** What no folder can hold, with the test that covers it. */
const coveredElsewhere: Readonly<Record<string, string>> = {
  YAML_TOO_LARGE: 'load-yaml.test.ts',
  YAML_ALIASES: 'load-yaml.test.ts',
  YAML_TOO_DEEP: 'load-yaml.test.ts',
  QUOTA_GROUPS: 'quota-rules.test.ts',
  QUOTA_RESOURCES: 'quota-rules.test.ts',
  QUOTA_OUTPUTS: 'quota-rules.test.ts',
  QUOTA_TEMPLATE_BYTES: 'the check of the finished text, after the config',
  TEMPLATE_NEEDS_BUCKET: 'the check of the finished text, after the config',
  STATEMENTS_EMPTY: 'asked for in policy templates only',
  STATEMENT_NO_SID: 'asked for in policy templates only',
  STATEMENT_NO_REASON: 'asked for in policy templates only',
}

it('covers every kind of issue that a config can have', () => {
  const found = cases.flatMap((name) => compile(name).issues.map(({ code }) => code))
  const kinds = Object.keys({ ...yamlIssueKinds, ...configIssueKinds })
  const missing = kinds.filter((code) => !found.includes(code) && !Object.hasOwn(coveredElsewhere, code))
  expect(missing).toEqual([])
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { byName, itFindsNothingElse } from './checks.js'
import { judgedEstates, root } from './estates.js'
import { run } from './run-python.js'
import { writeTemplates } from './template-files.js'

const guardPackage = dirname(
  createRequire(import.meta.url).resolve('@cdklabs/cdk-validator-cfnguard/package.json'),
)

/** The program inside the package: it has one for Linux, named after Ubuntu, and one for macOS. */
function guardProgram(): string {
  const systems: Readonly<Record<string, string>> = { linux: 'ubuntu', darwin: 'macos' }
  const system = systems[process.platform]
  if (system === undefined) throw new Error(`there is no cfn-guard for ${process.platform}`)
  return join(guardPackage, 'bin', system, process.arch === 'arm64' ? 'aarch64' : 'x86_64', 'cfn-guard')
}

const ruleFolders = [
  join(root, 'test/judges/guard'),
  join(guardPackage, 'rules/control-tower/cfn-guard/identityandaccessmanagement'),
]

interface Report {
  readonly name: string
  readonly not_compliant: readonly { readonly Rule: { readonly name: string } }[]
}

interface Violation {
  readonly file: string
  readonly rule: string
  readonly resource: string
  readonly path: string
}

async function validate(files: readonly string[]): Promise<readonly Violation[]> {
  const args = ['--rules', ...ruleFolders, '--data', ...files]
  const output = ['--output-format', 'json', '--show-summary', 'none', '--structured']
  const reports: readonly Report[] = JSON.parse(
    await run(guardProgram(), ['validate', ...args, ...output], '', true),
  )
  if (reports.length !== files.length) throw new Error('cfn-guard did not report on every file')
  return reports.flatMap(({ name, not_compliant }) =>
    not_compliant.flatMap(({ Rule }) =>
      [...new Set(pathsIn(Rule))].map((path) => {
        const [, , resource = ''] = path.split('/')
        return { file: name, rule: Rule.name, resource, path }
      }),
    ),
  )
}

/** Where a rule failed, deep in what cfn-guard says about it. */
function pathsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'path' && String(inner).startsWith('/Resources') ? [String(inner)] : pathsIn(inner),
  )
}

describe('cfn-guard finds nothing else in', () => {
  const { templates, remove } = writeTemplates(judgedEstates())
  afterAll(remove)
  const of = new Map(templates.map((template) => [template.file, template]))
  itFindsNothingElse(
    'cfn-guard',
    templates.map(({ name }) => name),
    async () =>
      byName(
        await validate(templates.map(({ file }) => file)),
        ({ file }) => of.get(file)?.name ?? file,
        ({ file, rule, resource, path }) => ({
          code: rule,
          about: resource,
          place: of.get(file)?.estate ?? '',
          where: path,
        }),
      ),
  )
})

it('cfn-guard finds what is wrong in an estate that is', async () => {
  const found = await validate([join(root, 'test/judges/bad/estate.yaml')])
  const ours = [
    ...readFileSync(join(root, 'test/judges/guard/estate.guard'), 'utf8').matchAll(/^rule (IAM_\w+)/gm),
  ]
  const rules = new Set(found.map(({ rule }) => rule).filter((rule) => rule.startsWith('IAM_')))
  expect([...rules].sort()).toEqual(ours.map(([, rule]) => rule).sort())
})

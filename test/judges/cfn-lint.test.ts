import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { byName, itFindsNothingElse } from './checks.js'
import { judgedEstates, root } from './estates.js'
import { runPython } from './run-python.js'
import { writeTemplates } from './template-files.js'

interface Match {
  readonly file: string
  readonly code: string
  readonly message: string
  readonly line: number
}

const lint = (templates: readonly { readonly file: string; readonly region: string }[]) =>
  runPython<readonly Match[]>('cfn_lint_judge.py', templates)

describe('cfn-lint finds nothing else in', () => {
  const { templates, remove } = writeTemplates(judgedEstates())
  afterAll(remove)
  const of = new Map(templates.map((template) => [template.file, template]))
  itFindsNothingElse(
    'cfn-lint',
    templates.map(({ name }) => name),
    async () =>
      byName(
        await lint(templates),
        ({ file }) => of.get(file)?.name ?? file,
        ({ file, code, message, line }) => ({
          code,
          about: message,
          place: of.get(file)?.estate ?? '',
          where: `line ${line}`,
        }),
      ),
  )
})

it('cfn-lint finds what is wrong in an estate that is', async () => {
  const file = join(root, 'test/judges/bad/estate.yaml')
  const codes = (await lint([{ file, region: 'us-west-1' }])).map(({ code }) => code)
  expect(new Set(codes)).toEqual(new Set(['E1020', 'W3037']))
})

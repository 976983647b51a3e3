import { readFileSync } from 'node:fs'
import { type DescribedIssue, loadYaml } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { builtinPolicyTemplates } from '@sec/policies'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePrecisely } from '../src/compile/compile-precisely.js'
import { compileQuickly } from '../src/compile/compile-quickly.js'
import { configIssueKinds } from '../src/config/issues/config-issues.js'
import { explainConfig } from '../src/config/shape/explain-config.js'
import { explainShape } from '../src/config/shape/explain-shape.js'
import { configSchema } from '../src/config/shape/json-schema.js'
import { emitTemplate } from '../src/emit/emit-template.js'
import { generateTemplate } from '../src/generate/generate-template.js'
import { isConfigShape } from '../src/generated/config-check.generated.js'
import { edit, edits, mutate, mutations } from './support/mutations.js'

const templates = builtinPolicyTemplates()
const exampleNames = [
  'starter',
  'startup-5',
  'medium-10',
  'enterprise-12',
  'oidc-deploy-role',
  'permissions-boundary',
  'partition-us-gov',
  'inline-policies',
]
const texts = exampleNames.map((name) =>
  readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), 'utf8'),
)

/** The examples as values, with one short statement an entry, so that thousands of runs stay quick. */
const shortLists: Readonly<Record<string, number>> = { statements: 1, Action: 2, Resource: 1 }
const examples = texts.map((text) => shortened(loadYaml({ file: 'example', text }, 1_000_000).value))

function shortened(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.slice(0, shortLists[key]).map((item) => shortened(item))
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shortened(item, name)]))
}

/** The precise way; where the quick one has an answer, it is the same. */
function compile(text: string) {
  const source = { file: 'config.yaml', text }
  const precise = compilePrecisely(source, { templates })
  const quick = compileQuickly(source, { templates })
  if (quick !== undefined)
    expect({ issues: [], model: quick }).toEqual({ issues: precise.issues, model: precise.model })
  return precise
}

const notForPeople = /\bundefined\b|\[object|\bNaN\b/

function isSound(issue: DescribedIssue, lines: number): boolean {
  const { code, message, hint, file, line = 0, column = 0 } = issue
  const hasPlace = file === 'config.yaml' && line >= 1 && line <= lines && column >= 1
  const hasWords = /^[^\n]+$/.test(message) && /^[^\n]+$/.test(hint) && !notForPeople.test(message + hint)
  return hasPlace && hasWords && Object.hasOwn(configIssueKinds, code)
}

function expectSound(issues: readonly DescribedIssue[], text: string): void {
  const lines = text.split('\n').length
  expect(issues.filter((issue) => !isSound(issue, lines))).toEqual([])
}

describe('a config that was changed at random', () => {
  it('is answered with issues that have a place and words, never with an exception', () => {
    const changed = fc.tuple(
      fc.nat({ max: examples.length - 1 }),
      fc.array(mutations, { minLength: 1, maxLength: 4 }),
    )
    fc.assert(
      fc.property(changed, ([example, changes]) => {
        const text = JSON.stringify(changes.reduce(mutate, examples[example]), null, 1)
        expectSound(compile(text).issues, text)
      }),
      { numRuns: 1500 },
    )
  }, 60_000)

  it('is answered so when its text was cut, or garbage was put into it', () => {
    const small = texts.map((text) => text.slice(0, 9000))
    const changed = fc.tuple(
      fc.nat({ max: small.length - 1 }),
      fc.array(edits, { minLength: 1, maxLength: 3 }),
    )
    fc.assert(
      fc.property(changed, ([example, changes]) => {
        const text = changes.reduce(edit, small[example] ?? '')
        expectSound(compile(text).issues, text)
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})

describe('the compiled check of the schema', () => {
  it('refuses a value exactly when there is something to explain', () => {
    const changed = fc.tuple(fc.nat({ max: examples.length - 1 }), fc.array(mutations, { maxLength: 2 }))
    fc.assert(
      fc.property(changed, ([example, changes]) => {
        const value = changes.reduce(mutate, examples[example])
        const explained = explainShape(configSchema(), value, [])
        expect(isConfigShape(value)).toBe(explained.length === 0)
        expect(explainConfig(value).length > 0).toBe(explained.length > 0)
      }),
      { numRuns: 3000 },
    )
  }, 60_000)
})

/** The same value with the keys of every map in another order. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random))
  if (!isMap(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [random(), key, shuffled(item, random)] as const)
  return Object.fromEntries(entries.sort(([one], [other]) => one - other).map(([, key, item]) => [key, item]))
}

function emitted(value: unknown): { readonly text: string; readonly issues: readonly string[] } {
  const { model, issues } = compile(JSON.stringify(value, null, 1))
  const words = issues.map(({ code, message, path }) => `${code} ${path.join('.')} ${message}`).sort()
  return { text: model ? emitTemplate(generateTemplate(model), 'yaml') : '', issues: words }
}

describe.each(exampleNames.map((name, index) => ({ name, example: examples[index] })))(
  '$name',
  ({ example }) => {
    it('means the same in any order of its keys', () => {
      const expected = emitted(example)
      expect(expected.text).not.toBe('')
      const orders = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
      fc.assert(
        fc.property(orders, (stream) => {
          const random = () => Number(stream.next().value)
          expect(emitted(shuffled(example, random))).toEqual(expected)
        }),
        { numRuns: 8 },
      )
    }, 60_000)
  },
)

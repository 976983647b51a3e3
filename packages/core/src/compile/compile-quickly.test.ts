import { readFileSync } from 'node:fs'
import { builtinPolicyTemplates } from '@sec/policies'
import { describe, expect, it } from 'vitest'
import { compilePrecisely } from './compile-precisely.js'
import { compileQuickly } from './compile-quickly.js'

const options = { templates: builtinPolicyTemplates() }
const example = (name: string) => {
  const file = `examples/${name}.yaml`
  return { file, text: readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8') }
}

describe('compileQuickly', () => {
  it.each(['startup-5', 'medium-10', 'enterprise-12'])(
    'builds the estate of %s as the precise way does',
    (name) => {
      expect(compileQuickly(example(name), options)).toEqual(compilePrecisely(example(name), options).model)
    },
  )

  it('lays a config over the one that it extends', () => {
    const top = { file: 'top.yaml', text: 'extends: base.yaml\nenvironment: {env: dev}\n' }
    const loadBase = () => ({ source: example('startup-5') })
    const precise = compilePrecisely(top, { ...options, loadBase })
    expect(precise.model?.identity.env).toBe('dev')
    expect(compileQuickly(top, { ...options, loadBase })).toEqual(precise.model)
  })

  it.each([
    ['a fault of the schema', (text: string) => text.replace('env: prod', 'env: production')],
    ['a fault of a rule', (text: string) => text.replace('s3: level2', 's3: level9')],
    [
      'a warning',
      (text: string) => text.replace('- CloudWatchLogsReadOnlyAccess', '- CloudWatchLogsReadOnly'),
    ],
    ['a quota', (text: string) => text.replace('group_policies: managed', 'group_policies: inline')],
    ['a fault of the YAML', (text: string) => text.replace('tier:', 'tier: [')],
    ['a config that is too large', (text: string) => `${text}# ${'x'.repeat(1_048_576)}\n`],
  ])('leaves %s to the precise way', (_name, change) => {
    const { file, text } = example('startup-5')
    expect(change(text)).not.toBe(text)
    expect(compileQuickly({ file, text: change(text) }, options)).toBeUndefined()
  })
})

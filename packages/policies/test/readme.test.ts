import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as policies from '../src/index.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('runs the example of the README', () => {
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''
  const [head = '', ...body] = code.split('\n')
  expect(head).toBe("import { builtinPolicyTemplates, parsePolicyTemplates } from '@sec/policies'")
  const run = new Function(
    'builtinPolicyTemplates',
    'parsePolicyTemplates',
    `${body.join('\n')}; return { templates, issues }`,
  )
  const { templates, issues } = run(policies.builtinPolicyTemplates, policies.parsePolicyTemplates)
  expect(issues).toEqual([])
  expect(templates.at(-1)).toMatchObject({ service: 'queue', level: 'level1' })
})

import { describe, expect, it } from 'vitest'
import { checkPolicyTemplates } from './check-policy-templates.js'
import { parsePolicyTemplates } from './parse-policy-templates.js'
import type { PolicyTemplate } from './policy-template.js'
import { logicalIdsOf, policyNamesOf } from './template-ids.js'

const statement = { Effect: 'Allow', Action: ['a:B'], Resource: ['*'] } as const

function template(service: string, name: string, level = name, parts: number[] = []): PolicyTemplate {
  const statements = parts.length > 0 ? parts.map((part) => ({ ...statement, part })) : [statement]
  return { service, level, name, summary: 's', typicalUsers: [], statements, file: `${service}/${name}.yaml` }
}

const codes = (...templates: PolicyTemplate[]) => checkPolicyTemplates(templates).map(({ code }) => code)

describe('templates are accepted', () => {
  it.each<[string, PolicyTemplate[]]>([
    ['of one level in two services', [template('a', 'x'), template('b', 'x')]],
    ['of two levels', [template('a', 'x'), template('a', 'x-y')]],
    ['whose logical ids differ in case', [template('a', 'x1-b'), template('a', 'x1b')]],
    ['with parts', [template('a', 'x', 'x', [1, 2]), template('a', 'x-3')]],
  ])('%s', (_name, templates) => expect(codes(...templates)).toEqual([]))
})

describe('templates are refused', () => {
  it.each<[string, PolicyTemplate[], string]>([
    [
      'of one service and level',
      [template('a', 'x-y', 'x'), template('a', 'x-z', 'x')],
      'TEMPLATE_LEVEL_TWICE',
    ],
    ['of one service and name', [template('a', 'x-y', 'x'), template('a', 'x-y')], 'TEMPLATE_NAME_TWICE'],
    ['that are the same, once', [template('a', 'x'), template('a', 'x')], 'TEMPLATE_LEVEL_TWICE'],
    ['with one policy name', [template('a-b', 'c'), template('a', 'b-c')], 'TEMPLATE_IDS_COLLIDE'],
    ['with one logical id', [template('a', 'x-1'), template('a', 'x1')], 'TEMPLATE_IDS_COLLIDE'],
    [
      'with the name of a part',
      [template('a', 'x', 'x', [1, 2]), template('a', 'x-2')],
      'TEMPLATE_IDS_COLLIDE',
    ],
  ])('%s', (_name, templates, code) => expect(codes(...templates)).toEqual([code]))

  it('at the later of the two, which names the other', () => {
    const [issue] = checkPolicyTemplates([template('a', 'x-y', 'x'), template('a', 'x-z', 'x')])
    expect(issue).toMatchObject({ location: { file: 'a/x-z.yaml' }, args: { other: 'a/x-y.yaml' } })
  })
})

it('names the first of three', () => {
  const three = ['x-a', 'x-b', 'x-c'].map((name) => template('a', name, 'x'))
  expect(checkPolicyTemplates(three).map(({ args }) => args.other)).toEqual(['a/x-a.yaml', 'a/x-a.yaml'])
})

it.each([
  { parts: [], names: ['my-queue-level1-read'], ids: ['PolicyMyQueueLevel1Read'] },
  {
    parts: [2, 1, 2],
    names: ['my-queue-level1-read-1', 'my-queue-level1-read-2'],
    ids: ['PolicyMyQueueLevel1Read1', 'PolicyMyQueueLevel1Read2'],
  },
])('has names and logical ids for the parts $parts', ({ parts, names, ids }) => {
  const named = template('my-queue', 'level1-read', 'level1', parts)
  expect([policyNamesOf(named), logicalIdsOf(named)]).toEqual([names, ids])
})

describe('further templates beside others', () => {
  const text = (service: string, name: string) =>
    [
      `# a comment\nservice: ${service}\nlevel: ${name}\nname: ${name}\nsummary: s\ntypical_users: []\nstatements:`,
      '  - { Sid: A, reason: r, Effect: Allow, Action: "a:B", Resource: "*" }',
    ].join('\n')

  it('are added to them', () => {
    const { templates, issues } = parsePolicyTemplates(
      [{ file: 'more/b/x.yaml', text: text('b', 'x') }],
      [template('a', 'x')],
    )
    expect(issues).toEqual([])
    expect(templates.map(({ file }) => file)).toEqual(['a/x.yaml', 'more/b/x.yaml'])
  })

  it('are refused at the line of the level that exists', () => {
    const { issues } = parsePolicyTemplates(
      [{ file: 'more/a/x.yaml', text: text('a', 'x') }],
      [template('a', 'x')],
    )
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject({
      code: 'TEMPLATE_LEVEL_TWICE',
      location: { file: 'more/a/x.yaml', line: 3, column: 8 },
    })
  })
})

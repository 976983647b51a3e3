import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planParameters } from './plan-parameters.js'

const path = '/security/acme/'

describe('a plan', () => {
  it.each([
    {
      name: 'writes all where there is nothing',
      existing: {},
      plan: {
        write: [
          { name: '/security/acme/A', value: '1', exists: false },
          { name: '/security/acme/B', value: '2', exists: false },
        ],
        remove: [],
        unchanged: 0,
      },
    },
    {
      name: 'does nothing where all is equal',
      existing: { '/security/acme/A': '1', '/security/acme/B': '2' },
      plan: { write: [], remove: [], unchanged: 2 },
    },
    {
      name: 'writes what differs, and removes what is stale, at any depth',
      existing: { '/security/acme/B': 'old', '/security/acme/Z': 'x', '/security/acme/deep/Y': 'x' },
      plan: {
        write: [
          { name: '/security/acme/A', value: '1', exists: false },
          { name: '/security/acme/B', value: '2', exists: true },
        ],
        remove: ['/security/acme/Z', '/security/acme/deep/Y'],
        unchanged: 0,
      },
    },
    {
      name: 'leaves alone what is beside the path',
      existing: { '/security/acme-2/A': 'x', '/security/acme': 'x', '/other/acme/A': 'x' },
      plan: { remove: [], unchanged: 0 },
    },
  ])('$name', ({ existing, plan }) => {
    const outputs = { B: '2', A: '1' }
    expect(planParameters(outputs, existing, path)).toMatchObject({ path, ...plan })
    expect(planParameters(outputs, existing, '/security/acme')).toMatchObject({ path, ...plan })
  })

  it('does not depend on the order of what it is given', () => {
    const entries = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[A-Za-z]{1,3}$/), fc.stringMatching(/^[a-z]{1,2}$/)),
      {
        selector: ([key]) => key,
      },
    )
    fc.assert(
      fc.property(entries, entries, (outputs, found) => {
        const existing = found.map(([key, value]) => [`${path}${key}`, value] as const)
        const plan = planParameters(Object.fromEntries(outputs), Object.fromEntries(existing), path)
        const mirrored = planParameters(
          Object.fromEntries(outputs.toReversed()),
          Object.fromEntries(existing.toReversed()),
          path,
        )
        expect(mirrored).toEqual(plan)
      }),
    )
  })
})

describe('what SSM would refuse', () => {
  const value = (text: string) => () => planParameters({ Key: text }, {}, path)
  const named =
    (key: string, under = path) =>
    () =>
      planParameters({ [key]: 'x' }, {}, under)

  it.each([
    { name: 'an empty value', plan: value(''), code: 'PARAMETER_VALUE', says: 'is empty' },
    {
      name: 'a value of 4,097 bytes',
      plan: value('x'.repeat(4_097)),
      code: 'PARAMETER_VALUE',
      says: '4097 bytes',
    },
    {
      name: 'bytes, not characters',
      plan: value('é'.repeat(2_049)),
      code: 'PARAMETER_VALUE',
      says: '4098 bytes',
    },
    { name: 'a reference', plan: value('{{ssm:other}}'), code: 'PARAMETER_VALUE', says: '{{ }}' },
    { name: 'a reference inside', plan: value('a {{\nb }} c'), code: 'PARAMETER_VALUE', says: '{{ }}' },
    { name: 'a name with a space', plan: named('a b'), code: 'PARAMETER_NAME', says: 'of the form expected' },
    {
      name: 'a name with an empty level',
      plan: named('a//b'),
      code: 'PARAMETER_NAME',
      says: 'of the form expected',
    },
    {
      name: 'a name of 951 characters',
      plan: named('x'.repeat(936)),
      code: 'PARAMETER_NAME',
      says: '951 characters',
    },
    {
      name: 'sixteen levels',
      plan: named(Array(14).fill('x').join('/')),
      code: 'PARAMETER_NAME',
      says: '16 levels',
    },
    { name: 'a reserved root', plan: named('x', '/AWS/acme/'), code: 'PARAMETER_NAME', says: '"AWS"' },
    { name: 'another reserved root', plan: named('x', '/ssm-own/'), code: 'PARAMETER_NAME', says: '"ssm"' },
  ])('is refused: $name', ({ plan, code, says }) => {
    expect(plan).toThrow(expect.objectContaining({ code, message: expect.stringContaining(says) }))
  })

  it.each([
    { name: '4,096 bytes', plan: value('é'.repeat(2_048)) },
    { name: 'single braces, and two apart', plan: value('{a} }} {{') },
    { name: 'a name of 950 characters', plan: named('x'.repeat(935)) },
    { name: 'fifteen levels', plan: named(Array(13).fill('x').join('/')) },
    { name: 'a reserved word further down', plan: named('aws') },
  ])('is not refused: $name', ({ plan }) => {
    expect(plan().write).toHaveLength(1)
  })
})

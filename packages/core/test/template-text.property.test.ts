import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { emitTemplate } from '../src/emit/emit-template.js'
import { configs, facts, toText } from './support/arbitrary-config.js'
import { type Compiled, compileText } from './support/compile.js'
import { forEveryEstate, propertyTimeoutMs, runs } from './support/estates.js'

vi.setConfig({ testTimeout: propertyTimeoutMs })

const yaml = ({ template }: Compiled) => emitTemplate(template, 'yaml')

describe('the text of every template', () => {
  it('is read back as the template, by YAML 1.2 and 1.1 and as JSON', () => {
    forEveryEstate((compiled) => {
      const plain = JSON.parse(JSON.stringify(compiled.template)) as unknown
      expect(parse(yaml(compiled))).toEqual(plain)
      expect(parse(yaml(compiled), { version: '1.1' })).toEqual(plain)
      expect(JSON.parse(emitTemplate(compiled.template, 'json'))).toEqual(plain)
      expect(JSON.parse(emitTemplate(compiled.template, 'json-min'))).toEqual(plain)
    })
  })

  it('is the same in two runs', () => {
    forEveryEstate((compiled, config, portable) => {
      expect(yaml(compileText(toText(config), { portable }))).toBe(yaml(compiled))
    })
  })

  it('is the same whatever the order of keys in the config', () => {
    fc.assert(
      fc.property(configs, fc.string(), (config, salt) => {
        expect(yaml(compileText(toText(reordered(config, salt))))).toBe(yaml(compileText(toText(config))))
      }),
      runs,
    )
  })

  it('holds variables of IAM and nothing else in ${}, in a literal template', () => {
    fc.assert(
      fc.property(configs, (config) => {
        const variables = yaml(compileText(toText(config))).match(/\$\{[^}]*\}?/g) ?? []
        expect(variables.filter((one) => !/^\$\{(?:[a-z0-9]+:[A-Za-z][^:}]*|[*?$])\}$/.test(one))).toEqual([])
      }),
      runs,
    )
  })

  it('holds nothing of account, region and partition in a portable template', () => {
    fc.assert(
      fc.property(configs, (config) => {
        const text = yaml(compileText(toText(config), { portable: true }))
        for (const fact of Object.values(facts)) expect(text).not.toContain(fact)
      }),
      runs,
    )
  })
})

/** The keys of every map in another order. */
function reordered(value: unknown, salt: string): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, salt))
  if (typeof value !== 'object' || value === null) return value
  const rank = (key: string) =>
    [...`${salt}${key}`].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 65_521, 7)
  const entries = Object.entries(value).sort(([one], [other]) => rank(one) - rank(other))
  return Object.fromEntries(entries.reverse().map(([key, item]) => [key, reordered(item, salt)]))
}

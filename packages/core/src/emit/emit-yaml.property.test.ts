import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { treacherousTexts } from '../../test/support/arbitrary-texts.js'
import type { TemplateValue } from '../generate/template.js'
import { emitYaml } from './emit-yaml.js'

const texts = fc.oneof(
  fc.constantFrom(...treacherousTexts),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
)
const keys = texts.filter((text) => text !== '__proto__')

const { map } = fc.letrec<{ value: TemplateValue; list: TemplateValue; map: TemplateValue }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, texts, fc.integer(), fc.boolean(), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(keys, tie('value'), { minKeys: 1, maxKeys: 4 }),
}))

it.each(['1.1', '1.2'] as const)('writes any value so that YAML %s reads it back', (version) => {
  fc.assert(
    fc.property(map, (value) => {
      expect(parse(emitYaml(value), { version, maxAliasCount: 0 })).toEqual(value)
    }),
    { numRuns: 500 },
  )
})

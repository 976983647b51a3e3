import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorsPage, families } from '../scripts/docs/errors-page.js'

describe('docs/errors.md', () => {
  it('is what the tables of issue kinds say', () => {
    expect(readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8')).toBe(errorsPage())
  })

  const kinds = families.flatMap((family) => Object.entries(family.kinds))

  it('names each code once', () => {
    const codes = kinds.map(([code]) => code)
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  })

  it.each(kinds)('%s says in one line what was found and what to do', (_code, kind) => {
    for (const text of [kind.message(kind.sample), kind.hint(kind.sample)]) {
      expect(text.trim()).toBe(text)
      expect(text).not.toMatch(/\n|undefined|\[object|NaN/)
      expect(text.length).toBeGreaterThan(5)
    }
    expect(kind.meaning).toMatch(/\.$/)
  })
})

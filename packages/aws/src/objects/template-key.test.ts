import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, isTemplateKey, templateKey } from './template-key.js'

describe('a digest', () => {
  it.each([
    // The two vectors of FIPS 180-2 that everybody knows, and one beyond ASCII.
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['é', '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c'],
  ])('of "%s" is the SHA-256 of its UTF-8 bytes', (text, digest) => {
    expect(digestOf(text)).toBe(digest)
  })
})

describe('a key', () => {
  it('holds prefix, digest and extension', () => {
    expect(templateKey('templates/acme/', 'abc', 'yaml')).toBe('templates/acme/abc.yaml')
  })

  it('is known again under its own prefix, and under no other', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 1 }),
        fc.constantFrom('yaml', 'json'),
        (text, more, extension) => {
          const key = templateKey('a/b/', digestOf(text), extension as 'yaml' | 'json')
          expect(isTemplateKey('a/b/', key)).toBe(true)
          expect(isTemplateKey('a/', key)).toBe(false)
          expect(isTemplateKey('a/b/', `${key}${more}`)).toBe(false)
          expect(isTemplateKey('a/b/', `a/b/${more}${key}`)).toBe(false)
        },
      ),
    )
  })
})

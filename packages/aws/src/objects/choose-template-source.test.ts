import { describe, expect, it } from 'vitest'
import { chooseTemplateSource } from './choose-template-source.js'

const bytes = (count: number) => 'x'.repeat(count)

describe('a template', () => {
  it.each([
    { name: 'of 51,200 bytes goes into the request', text: bytes(51_200), minified: bytes(40_000) },
    {
      name: 'that fits goes into the request though there is a bucket',
      text: bytes(10),
      minified: '',
      bucket: 'b',
    },
  ])('$name', ({ text, minified, bucket }) => {
    const choice = chooseTemplateSource({ text, minified: () => minified, ...(bucket && { bucket }) })
    expect(choice).toEqual({ kind: 'inline', body: text, bytes: text.length, isMinified: false })
  })

  it('is measured in bytes, not in characters', () => {
    const text = 'é'.repeat(25_601)
    expect(chooseTemplateSource({ text, minified: () => text, bucket: 'b' }).kind).toBe('upload')
  })

  it.each([51_201, 1_048_576])('of %i bytes goes through the bucket, as it is', (count) => {
    const text = bytes(count)
    expect(chooseTemplateSource({ text, minified: () => '{}', bucket: 'b' })).toEqual({
      kind: 'upload',
      body: text,
      bytes: count,
      bucket: 'b',
    })
  })

  it('goes minified into the request where there is no bucket', () => {
    const minified = bytes(51_200)
    expect(chooseTemplateSource({ text: bytes(51_201), minified: () => minified })).toEqual({
      kind: 'inline',
      body: minified,
      bytes: 51_200,
      isMinified: true,
    })
  })

  it('is refused without a bucket when even the minified one does not fit', () => {
    const choice = chooseTemplateSource({ text: bytes(93_000), minified: () => bytes(51_201) })
    expect(choice).toMatchObject({
      kind: 'refused',
      error: {
        kind: 'input',
        code: 'DEPLOY_NEEDS_BUCKET',
        message: 'the template has 93,000 bytes, 51,201 as minified JSON; at most 51,200 go into a request',
        hint: expect.stringContaining('template bucket'),
      },
    })
  })

  it('is refused when it is larger than what is read from a bucket', () => {
    const choice = chooseTemplateSource({ text: bytes(1_048_577), minified: () => '{}', bucket: 'b' })
    expect(choice).toMatchObject({
      kind: 'refused',
      error: { code: 'DEPLOY_TEMPLATE_TOO_LARGE', message: expect.stringContaining('1,048,577 bytes') },
    })
  })

  it('is measured by the limits that are given', () => {
    const limits = { requestBytes: 10, bucketBytes: 20 }
    const kindOf = (count: number) =>
      chooseTemplateSource({ text: bytes(count), minified: () => '{}', bucket: 'b', limits }).kind
    expect([10, 11, 20, 21].map(kindOf)).toEqual(['inline', 'upload', 'upload', 'refused'])
  })
})

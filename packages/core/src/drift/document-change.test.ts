import { describe, expect, it } from 'vitest'
import { documentChange } from './document-change.js'

const statement = (Resource: string) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource })
const document = (Statement: unknown, Version?: string) => ({ ...(Version && { Version }), Statement })
const plain = statement('arn:aws:s3:::b/*')
const own = statement('arn:aws:s3:::b/${aws:username}/*')

describe('documents are the same', () => {
  it.each<[string, unknown]>([
    ['without a list around the statement', document(plain, '2012-10-17')],
    ['without a Version', document([plain])],
    ['as JSON', JSON.stringify(document([plain]))],
    ['as IAM answers', encodeURIComponent(JSON.stringify(document([plain])))],
  ])('%s', (_name, found) => expect(documentChange(document([plain], '2012-10-17'), found)).toBe('same'))
})

describe('documents differ', () => {
  it('where another Version gives variables another meaning', () => {
    const language = { expected: '2012-10-17', found: '2008-10-17' }
    expect(documentChange(document(own, '2012-10-17'), document(own))).toEqual({
      gained: [own],
      lost: [own],
      language,
      effect: 'other',
    })
  })

  it.each([undefined, null, 'no JSON', '%', '[]', 3])('unreadably, as %s', (found) =>
    expect(documentChange(document(plain), found)).toBe('unreadable'),
  )
})

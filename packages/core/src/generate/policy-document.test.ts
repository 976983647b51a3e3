import { describe, expect, it } from 'vitest'
import type { StatementModel } from '../model/model.js'
import { toPolicyDocument } from './policy-document.js'

const origin = { kind: 'config', path: ['security'] } as const

describe('toPolicyDocument', () => {
  it('writes the keys of a statement in one order, whatever theirs', () => {
    const statement = {
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      Resource: '*',
      Action: ['s3:ListAllMyBuckets'],
      Effect: 'Allow',
      Sid: 'List',
    } as const
    const document = toPolicyDocument([{ statement, origin, reason: 'people look' }])
    expect(JSON.stringify(document)).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"List","Effect":"Allow","Action":["s3:ListAllMyBuckets"],' +
        '"Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}',
    )
  })

  it('puts a principal before the action and a Not form after its plain one', () => {
    const statement = {
      NotResource: 'a',
      NotAction: 'b:C',
      NotPrincipal: { AWS: 'c' },
      Effect: 'Deny',
    } as const
    const [written] = toPolicyDocument([{ statement, origin }]).Statement
    expect(Object.keys(written ?? {})).toEqual(['Effect', 'NotPrincipal', 'NotAction', 'NotResource'])
  })

  it('leaves out what only people read, and what is undefined', () => {
    const statement = { Sid: undefined, Effect: 'Allow', Action: 's3:GetObject', Resource: '*', reason: 'x' }
    const [written] = toPolicyDocument([{ statement, origin } as unknown as StatementModel]).Statement
    expect(written).toStrictEqual({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })
  })

  it('keeps the order of the statements', () => {
    const statements = ['B', 'A'].map((Sid) => ({
      statement: { Sid, Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } as const,
      origin,
    }))
    expect(toPolicyDocument(statements).Statement.map(({ Sid }) => Sid)).toEqual(['B', 'A'])
  })
})

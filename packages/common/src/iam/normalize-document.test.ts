import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeDocument, statementKey } from './normalize-document.js'

type Statement = Readonly<Record<string, unknown>>

const statement: Statement = {
  Sid: 'Read',
  Effect: 'Allow',
  Principal: { AWS: '111122223333' },
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'],
  Condition: {
    StringEquals: { 'aws:PrincipalTag/team': ['x', 'y'] },
    Bool: { 'aws:SecureTransport': 'true' },
  },
}
const changed = (more: Statement): Statement => ({ ...statement, ...more })
const documentOf = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement })
const keyOf = (document: unknown) => normalizeDocument(document).key

describe('two statements are the same', () => {
  it.each<{ name: string; other: Statement }>([
    { name: 'in another order of keys', other: Object.fromEntries(Object.entries(statement).reverse()) },
    { name: 'in another order of actions', other: changed({ Action: ['s3:ListBucket', 's3:GetObject'] }) },
    { name: 'with actions in another case', other: changed({ Action: ['S3:getobject', 's3:LISTBUCKET'] }) },
    {
      name: 'with an action twice',
      other: changed({ Action: ['s3:GetObject', 's3:ListBucket', 's3:getObject'] }),
    },
    {
      name: 'in another order of resources',
      other: changed({ Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::a'] }),
    },
    { name: 'with a list of one principal', other: changed({ Principal: { AWS: ['111122223333'] } }) },
    {
      name: 'with the root for its account',
      other: changed({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
    },
    {
      name: 'with the root of another partition',
      other: changed({ Principal: { AWS: 'arn:aws-cn:iam::111122223333:root' } }),
    },
    {
      name: 'with operators and keys in another case, a boolean, and values in another order',
      other: changed({
        Condition: {
          bool: { 'AWS:securetransport': true },
          stringequals: { 'aws:principaltag/TEAM': ['y', 'x'] },
        },
      }),
    },
    { name: 'with something undefined', other: changed({ NotAction: undefined }) },
  ])('$name', ({ other }) => expect(statementKey(other)).toBe(statementKey(statement)))

  it.each<{ name: string; one: Statement; other: Statement }>([
    {
      name: 'with everybody as a text or as AWS',
      one: { Principal: '*' },
      other: { Principal: { AWS: ['*'] } },
    },
    {
      name: 'with a number or its text',
      one: { Condition: { NumericLessThan: { a: 900 } } },
      other: { Condition: { NumericLessThan: { a: ['900'] } } },
    },
    { name: 'with an empty condition or none', one: { Condition: {} }, other: {} },
    { name: 'with an empty Sid or none', one: { Sid: '' }, other: {} },
    {
      name: 'with NotAction and NotResource alone or in a list',
      one: { NotAction: 'IAM:*', NotResource: 'a' },
      other: { NotAction: ['iam:*'], NotResource: ['a'] },
    },
  ])('$name', ({ one, other }) => expect(statementKey(one)).toBe(statementKey(other)))
})

describe('two statements differ', () => {
  it.each<{ name: string; other: unknown }>([
    { name: 'by the effect', other: changed({ Effect: 'Deny' }) },
    { name: 'by the case of a resource', other: changed({ Resource: ['arn:aws:s3:::A', 'arn:aws:s3:::b'] }) },
    {
      name: 'by the case of a condition value',
      other: changed({ Condition: { StringEquals: { 'aws:PrincipalTag/team': ['X', 'y'] } } }),
    },
    { name: 'by one action', other: changed({ Action: ['s3:GetObject'] }) },
    {
      name: 'by Action and NotAction',
      other: { ...changed({ NotAction: statement.Action }), Action: undefined },
    },
    {
      name: 'by an operator',
      other: changed({
        Condition: {
          StringLike: { 'aws:PrincipalTag/team': ['x', 'y'] },
          Bool: { 'aws:SecureTransport': 'true' },
        },
      }),
    },
    { name: 'by the type of principal', other: changed({ Principal: { Service: '111122223333' } }) },
    { name: 'by another account', other: changed({ Principal: { AWS: '111122223334' } }) },
    {
      name: 'by a role of the account',
      other: changed({ Principal: { AWS: 'arn:aws:iam::111122223333:role/root' } }),
    },
    { name: 'by the Sid', other: changed({ Sid: 'Write' }) },
    { name: 'by a key that IAM does not know', other: changed({ Comment: 'x' }) },
    { name: 'by being none', other: 'Allow' },
  ])('$name', ({ other }) => expect(statementKey(other)).not.toBe(statementKey(statement)))
})

describe('normalizeDocument', () => {
  const deny = { Effect: 'Deny', Action: 'iam:*', Resource: '*' }

  it.each<{ name: string; one: unknown; other: unknown }>([
    {
      name: 'statements in another order',
      one: documentOf(statement, deny),
      other: documentOf(deny, statement),
    },
    {
      name: 'a statement twice',
      one: documentOf(deny),
      other: documentOf(deny, { ...deny, Action: ['IAM:*'] }),
    },
    {
      name: 'one statement without a list',
      one: documentOf(deny),
      other: { Version: '2012-10-17', Statement: deny },
    },
    { name: 'no version', one: { Statement: [] }, other: { Version: '2008-10-17', Statement: [] } },
  ])('takes $name for the same', ({ one, other }) => expect(keyOf(one)).toBe(keyOf(other)))

  it.each<{ name: string; one: unknown; other: unknown }>([
    { name: 'another version', one: documentOf(deny), other: { Version: '2008-10-17', Statement: [deny] } },
    { name: 'an Id', one: documentOf(deny), other: { ...documentOf(deny), Id: 'x' } },
    { name: 'one more statement', one: documentOf(deny), other: documentOf(deny, statement) },
    { name: 'a text', one: documentOf(deny), other: JSON.stringify(documentOf(deny)) },
    { name: 'another text', one: 'a', other: 'b' },
    { name: 'nothing', one: { Version: '2012-10-17', Statement: [] }, other: undefined },
  ])('tells $name apart', ({ one, other }) => expect(keyOf(one)).not.toBe(keyOf(other)))

  it('keeps statements as they are written, each once, in their order', () => {
    const again = { ...deny, Sid: '' }
    const written = normalizeDocument(documentOf(deny, statement, again, 7)).statements
    expect(written.map((one) => one.written)).toEqual([deny, statement, 7])
  })

  it.each([undefined, null, 'text', 7, [deny]])('finds no statement in %j', (document) => {
    expect(normalizeDocument(document)).toMatchObject({ version: '', statements: [] })
  })

  it('tells access apart by what a statement gives, not by its name', () => {
    const accessOf = (document: unknown) => normalizeDocument(document).statements.map((one) => one.accessKey)
    expect(accessOf(documentOf(deny))).toEqual(accessOf({ Statement: { ...deny, Sid: 'No' } }))
    const home = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}' }
    expect(accessOf(documentOf(home))).not.toEqual(accessOf({ Statement: home }))
  })
})

describe('of no consequence is, for any document,', () => {
  const texts = fc.constantFrom('s3:GetObject', 's3:Put*', 'x', 'y', '*', '111122223333', '${aws:username}')
  const lists = fc.uniqueArray(texts, { minLength: 1, maxLength: 4 })
  const conditions = fc.dictionary(
    fc.constantFrom('StringEquals', 'Bool', 'ForAnyValue:StringLike'),
    fc.dictionary(fc.constantFrom('aws:username', 's3:prefix'), lists, { minKeys: 1 }),
    { minKeys: 1 },
  )
  const statements = fc.record(
    {
      Sid: fc.constantFrom('A', 'B'),
      Effect: fc.constantFrom('Allow', 'Deny'),
      Principal: fc.dictionary(fc.constantFrom('AWS', 'Service'), lists, { minKeys: 1 }),
      Action: lists,
      Resource: lists,
      Condition: conditions,
    },
    { requiredKeys: ['Effect', 'Action'] },
  )
  const documents = fc.array(statements, { minLength: 1, maxLength: 4 })

  /** Lists and maps in another order, some lists with an item twice, lists of one without their list. */
  const rewritten = (value: unknown, order: () => number): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item) => rewritten(item, order)).sort(() => order() - 0.5)
      return items.length === 1 && order() < 0.5 ? items[0] : [...items, items[0]]
    }
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([key, item]) => [key, rewritten(item, order)] as const)
    return Object.fromEntries(entries.sort(() => order() - 0.5))
  }

  it('order, repetition and a list of one', () => {
    fc.assert(
      fc.property(
        documents,
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (list, stream) => {
          const order = () => stream.next().value as number
          const one = { Version: '2012-10-17', Statement: list }
          const other = { Statement: rewritten(list, order), Version: '2012-10-17' }
          expect(keyOf(other)).toBe(keyOf(one))
        },
      ),
    )
  })

  it('nothing else: one item more, and it is another document', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.constantFrom('Action', 'Resource'), (list, at, element) => {
        const index = at % list.length
        const other = list.map((one, i) =>
          i === index
            ? { ...one, [element]: [...(((one as Statement)[element] as [] | undefined) ?? []), 'new'] }
            : one,
        )
        expect(keyOf(documentOf(...other))).not.toBe(keyOf(documentOf(...list)))
      }),
    )
  })
})

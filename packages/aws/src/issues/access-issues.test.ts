import { describe, expect, it } from 'vitest'
import { accessIssueKinds } from './access-issues.js'

describe('the words of access', () => {
  it.each(Object.entries(accessIssueKinds))('of %s are whole', (code, kind) => {
    expect(code).toMatch(/^AWS_[A-Z_]+$/)
    const sample = kind.sample as never
    for (const text of [kind.message(sample), kind.hint(sample), kind.meaning]) {
      expect(text).toMatch(/\S/)
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
    expect(`${kind.message(sample)} ${kind.hint(sample)}`).not.toMatch(/\.( |$)/)
  })

  it.each([
    { profile: '', text: 'the AWS credentials have expired, expected valid ones' },
    { profile: 'prod', text: 'the AWS credentials of the profile "prod" have expired, expected valid ones' },
  ])('name the profile where there is one: "$profile"', ({ profile, text }) =>
    expect(accessIssueKinds.AWS_CREDENTIALS_EXPIRED.message({ profile })).toBe(text),
  )
})

import type { IssueKind } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { stackIssueKinds } from './stack-issues.js'

describe('the words of stack issues', () => {
  it.each(Object.entries(stackIssueKinds) as unknown as [string, IssueKind][])(
    '%s has all of them',
    (code, kind) => {
      expect(code).toMatch(/^AWS_[A-Z_]+$/)
      const words = [kind.meaning, kind.message(kind.sample), kind.hint(kind.sample)]
      for (const text of words) expect(text).toMatch(/^\S[^\n]{9,}\S$/)
      expect(words.join(' ')).not.toMatch(/undefined|NaN|\[object/)
    },
  )

  it('gives a hint for a failed change set whose reason nobody knows', () =>
    expect(stackIssueKinds.AWS_CHANGE_SET_FAILED.hint({ reason: 'x', more: 0, advice: '' })).toContain(
      'run the command again',
    ))
})

import type { IssueKind } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { accessIssueKinds } from './access-issues.js'
import { stackIssueKinds } from './stack-issues.js'
import { storeIssueKinds } from './store-issues.js'

const kinds = { ...accessIssueKinds, ...stackIssueKinds, ...storeIssueKinds }

/** Actions and keys of one program, and what only its config has. */
const ofOneProgram = /\bconfig\b|export-iam|termination_protection|template_bucket|\bSEC\b/

describe('words for every program of the family', () => {
  it.each(Object.entries(kinds) as unknown as [string, IssueKind][])('%s', (_code, kind) => {
    const { meaning, sample } = kind
    // Paths of the AWS CLI's own files are no program's.
    const words = [meaning, kind.message(sample), kind.hint(sample)].join(' ').replaceAll('.aws/config', '')
    expect(words).not.toMatch(ofOneProgram)
  })
})

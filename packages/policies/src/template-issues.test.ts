import { describeIssue } from '@sec/common'
import { expect, it } from 'vitest'
import { templateIssueKinds } from './template-issues.js'

it.each(Object.entries(templateIssueKinds))('%s has words', (code, kind) => {
  const issue = { code, severity: 'error', path: [], anchor: 'value', args: kind.sample } as const
  const { message, hint } = describeIssue(issue, templateIssueKinds)
  expect(message).not.toMatch(/undefined|\n|\.$/)
  expect(hint).not.toMatch(/undefined|\n|\.$/)
  expect(kind.meaning).toMatch(/\.$/)
})

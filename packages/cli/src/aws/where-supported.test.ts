import { accessIssueKinds, awsError } from '@sec/aws'
import type { Issue } from '@sec/common'
import { describe, expect, it } from 'vitest'
import type { AwsRun } from './run.js'
import { whereSupported } from './where-supported.js'

function runThatShows() {
  const shown: Issue[] = []
  const estate = { show: async (issues: readonly Issue[]) => shown.push(...issues) > 0 }
  return { run: { estate } as unknown as AwsRun, shown }
}

const lacks = awsError(accessIssueKinds, 'AWS_UNSUPPORTED', { call: 'iam:X', host: 'h', reason: 'HTTP 501' })

describe('what a server may not be able to do', () => {
  it('is done where it can', async () => {
    const { run, shown } = runThatShows()
    expect(await whereSupported(run, 'x was not checked', async () => 7)).toBe(7)
    expect(shown).toEqual([])
  })

  it('is left undone with a warning where it cannot', async () => {
    const { run, shown } = runThatShows()
    expect(await whereSupported(run, 'x was not checked', () => Promise.reject(lacks))).toBeUndefined()
    expect(shown).toMatchObject([
      {
        code: 'SERVER_LACKS_OPERATION',
        severity: 'warning',
        args: { undone: 'x was not checked', reason: 'h does not know the operation iam:X (HTTP 501)' },
      },
    ])
  })

  it('fails with any other error', async () => {
    const { run } = runThatShows()
    const denied = new Error('denied')
    await expect(whereSupported(run, 'x', () => Promise.reject(denied))).rejects.toBe(denied)
  })
})

import { accessIssueKinds, awsError, storeIssueKinds } from '@sec/aws'
import { type DescribedIssue, describeIssue, type Issue, type IssueKinds } from '@sec/common'
import { describe, expect, it } from 'vitest'
import type { AwsRun } from './run.js'
import { Stopped } from './stop.js'
import { stopWith } from './stop-with.js'

const missing = awsError(accessIssueKinds, 'AWS_BUCKET_MISSING', { bucket: 'b' }, { cause: new Error('why') })
const noParameter = awsError(
  storeIssueKinds,
  'BUCKET_PARAMETER_MISSING',
  { parameter: '/p' },
  { kind: 'input' },
)
const throttled = awsError(accessIssueKinds, 'AWS_THROTTLED', { call: 'c', attempts: 1, seconds: 1 })

function runOf(signal = new AbortController().signal) {
  const shown: DescribedIssue[] = []
  const logged: string[] = []
  const show = async (issues: readonly Issue[], kinds: IssueKinds) => {
    shown.push(...issues.map((issue) => describeIssue(issue, kinds)))
    return false
  }
  const log = { write: (_level: string, line: string) => logged.push(line) }
  const run = { estate: { show }, context: { signal, log } } as unknown as AwsRun
  return { run, shown, logged }
}

describe('what stops an action', () => {
  it.each([
    { error: missing, exitCode: 1 },
    { error: noParameter, exitCode: 2 },
  ])('is shown at the bucket of the config: $error.code', async ({ error, exitCode }) => {
    const { run, shown, logged } = runOf()
    expect(await stopWith(run, error)).toBe(exitCode)
    const { code, message } = error
    const hint = expect.stringContaining(`${error.hint}`)
    expect(shown).toEqual([
      { code, severity: 'error', message, hint, path: ['deployment', 'template_bucket'] },
    ])
    expect(shown[0]?.hint).toContain('"deployment.template_bucket"')
    expect(logged.join('\n')).toContain(error === missing ? 'Error: why' : message)
  })

  it('is thrown on where it is about something else, or was interrupted', async () => {
    const { run, shown } = runOf()
    await expect(stopWith(run, throttled)).rejects.toMatchObject({ code: 'AWS_THROTTLED' })
    const fault = new Error('a fault of the program')
    await expect(stopWith(run, fault)).rejects.toBe(fault)
    const aborted = runOf(AbortSignal.abort())
    await expect(stopWith(aborted.run, missing)).rejects.toMatchObject({ code: 'AWS_BUCKET_MISSING' })
    expect([...shown, ...aborted.shown]).toEqual([])
  })

  it('has been said where the action stopped itself', async () =>
    expect(await stopWith(runOf().run, new Stopped(4))).toBe(4))
})

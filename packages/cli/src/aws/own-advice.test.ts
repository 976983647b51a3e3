import { accessIssueKinds, awsError, stackIssueKinds, storeIssueKinds } from '@sec/aws'
import { ProvisionerError } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { adviceFor, adviceOn, withOwnAdvice } from './own-advice.js'

const denied = (isExplicit: boolean, action = 'iam:GetRole') =>
  awsError(accessIssueKinds, 'AWS_DENIED', { action, resource: '', isExplicit })

const failedFor = (rawReason: string) =>
  new ProvisionerError('aws', 'AWS_CHANGE_SET_FAILED', 'text', {
    hint: 'the general one',
    cause: { kind: 'change-set-failure', statusReason: 'text', rawReason, findings: [] },
  })

describe('the advice of SEC', () => {
  it.each([
    ['AWS_DENIED', '', 'have the policy attached that `export-iam-policy` writes for this config'],
    ['AWS_TERMINATION_PROTECTED', 'run x', 'set "deployment.termination_protection: false" in the config'],
    ['AWS_TERMINATION_PROTECTED', 'run x', 'and deploy, or run x'],
    ['AWS_BUCKET_MISSING', 'make it', 'make it at "deployment.template_bucket"'],
    ['AWS_THROTTLED', 'run it later', 'run it later'],
  ])('on %s, which came with "%s", says %s', (code, hint, words) =>
    expect(adviceOn(code, hint)).toContain(words),
  )

  it('has a word on every fault of the bucket', () => {
    const kinds = { ...accessIssueKinds, ...storeIssueKinds }
    const codes = Object.keys(kinds).filter((code) => /^(AWS_)?BUCKET_|_NEEDS_BUCKET$/.test(code))
    expect(codes).toHaveLength(6)
    for (const code of codes) expect(adviceOn(code, 'the hint')).toContain('config')
  })

  it('is on codes that there are', () => {
    const codes = { ...accessIssueKinds, ...stackIssueKinds, ...storeIssueKinds }
    const own = Object.keys(codes).filter((code) => adviceOn(code, 'the hint') !== 'the hint')
    expect(own).toHaveLength(9)
  })

  it('leaves an explicit deny its own: no policy of SEC undoes it', () => {
    expect(adviceFor(denied(true))).toBe(denied(true).hint)
    expect(adviceFor(denied(false))).toContain('export-iam-policy')
  })

  it('speaks of the trust policy, where a role does not let the caller in', () => {
    expect(adviceFor(denied(false, 'sts:AssumeRoleWithWebIdentity'))).toContain('trust policy')
  })

  it('replaces the part of a hint that comes from what went wrong beneath', () => {
    const cause = denied(false)
    const args = { made: 1, wanted: 2, path: '/p/', reason: cause.message, advice: cause.hint }
    const unfinished = awsError(storeIssueKinds, 'PARAMETERS_UNFINISHED', args, { cause })
    expect(adviceFor(unfinished)).toMatch(/export-iam-policy.*; then deploy again: only what is missing/)
  })

  it.each([
    ['x (Error Code: MalformedPolicyDocument)', 'the policy document is not one that IAM takes'],
    ['something else', 'the general one'],
  ])('on a change set that failed for "%s" is: %s', (reason, words) =>
    expect(adviceFor(failedFor(reason))).toContain(words),
  )

  it('leaves everything else of an error as it is', () => {
    const error = awsError(accessIssueKinds, 'AWS_BUCKET_MISSING', { bucket: 'b' }, { cause: new Error('c') })
    const { kind, code, message, cause, stack } = error
    const own = withOwnAdvice(error)
    expect(own).toMatchObject({ kind, code, message, stack })
    expect(own.cause).toBe(cause)
    expect(own.hint).not.toBe(error.hint)
  })
})

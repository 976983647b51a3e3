import { ProvisionerError } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { accessIssueKinds } from '../issues/access-issues.js'
import { awsError } from '../issues/aws-error.js'
import type { DriftDetection, ResourceDrift } from '../ports.js'
import { sampleStack, stackName } from '../stack/testing/sample-stack.js'
import { fakeWaiting } from '../wait/testing/fake-waiting.js'
import { type DriftApi, detectDrift } from './detect-drift.js'

const drift = (logicalId: string, status: string): ResourceDrift => ({
  logicalId,
  physicalId: `acme-${logicalId}`,
  resourceType: 'AWS::IAM::Role',
  status,
  differences: [],
})
const detection = (status: string, stackDriftStatus: string, statusReason = ''): DriftDetection => ({
  status,
  statusReason,
  stackDriftStatus,
})
const resources = [drift('A', 'IN_SYNC'), drift('B', 'NOT_CHECKED'), drift('C', 'UNKNOWN')]

/** Answers are given one by one; the last stays. */
function apiOf(
  stackStatus: string | undefined,
  answers: readonly DriftDetection[],
  refusals: readonly Error[] = [],
) {
  const left = [...refusals]
  let looks = 0
  const api: DriftApi = {
    describeStack: async () => (stackStatus === undefined ? undefined : sampleStack(stackStatus)),
    detectStackDrift: async () => {
      const refusal = left.shift()
      if (refusal) throw refusal
      return 'detection'
    },
    describeStackDriftDetection: async () => answers[Math.min(looks++, answers.length - 1)] as DriftDetection,
    describeResourceDrifts: async () => resources,
  }
  return api
}

const busy = new Error('Drift detection is already in progress for this stack')

describe('detectDrift', () => {
  it('waits for the comparison and gives what it found', async () => {
    const running = detection('DETECTION_IN_PROGRESS', 'NOT_CHECKED')
    const api = apiOf('CREATE_COMPLETE', [running, running, detection('DETECTION_COMPLETE', 'DRIFTED')])
    expect(await detectDrift(api, stackName, fakeWaiting())).toEqual({
      status: 'DRIFTED',
      isIncomplete: false,
      reason: '',
      resources,
    })
  })

  it('keeps what a failed comparison found, with its reason', async () => {
    const failed = detection('DETECTION_FAILED', 'UNKNOWN', 'Failed to detect drift on resources [C]')
    expect(await detectDrift(apiOf('UPDATE_COMPLETE', [failed]), stackName, fakeWaiting())).toEqual({
      status: 'UNKNOWN',
      isIncomplete: true,
      reason: 'Failed to detect drift on resources [C]',
      resources,
    })
  })

  it('waits for its turn while another comparison runs', async () => {
    const waiting = fakeWaiting()
    const api = apiOf('CREATE_COMPLETE', [detection('DETECTION_COMPLETE', 'IN_SYNC')], [busy, busy])
    expect(await detectDrift(api, stackName, waiting)).toMatchObject({ status: 'IN_SYNC' })
    expect(waiting.delaysMs).toEqual([500, 750])
  })

  it('gives up where its turn never comes', () =>
    expect(
      detectDrift(apiOf('CREATE_COMPLETE', [], Array(1000).fill(busy)), stackName, fakeWaiting()),
    ).rejects.toMatchObject({
      code: 'AWS_WAIT_TOO_LONG',
    }))

  it('says what was not checked where the server knows no drift', async () => {
    const args = { call: 'cloudformation:DetectStackDrift', host: 'localhost', reason: 'HTTP 501' }
    const api = apiOf('CREATE_COMPLETE', [], [awsError(accessIssueKinds, 'AWS_UNSUPPORTED', args)])
    expect(await detectDrift(api, stackName, fakeWaiting())).toEqual({
      status: 'NOT_CHECKED',
      isIncomplete: true,
      reason: 'localhost does not know the operation cloudformation:DetectStackDrift (HTTP 501)',
      resources: [],
    })
  })

  it('says what was not checked where the caller is refused', async () => {
    const denied = new ProvisionerError('aws', 'AWS_DENIED', 'no identity-based policy allows it')
    expect(await detectDrift(apiOf('CREATE_COMPLETE', [], [denied]), stackName, fakeWaiting())).toMatchObject(
      {
        status: 'NOT_CHECKED',
        isIncomplete: true,
        reason: 'no identity-based policy allows it',
      },
    )
  })

  it('takes the word of a caller who has just looked at the stack', async () => {
    const api = apiOf(undefined, [detection('DETECTION_COMPLETE', 'IN_SYNC')])
    const described = sampleStack('UPDATE_COMPLETE')
    expect(await detectDrift(api, stackName, fakeWaiting(), described)).toMatchObject({ status: 'IN_SYNC' })
    await expect(
      detectDrift(api, stackName, fakeWaiting(), sampleStack('UPDATE_FAILED')),
    ).rejects.toMatchObject({ code: 'AWS_DRIFT_NOT_POSSIBLE' })
  })

  it('passes any other refusal on', () =>
    expect(
      detectDrift(apiOf('CREATE_COMPLETE', [], [new Error('denied')]), stackName, fakeWaiting()),
    ).rejects.toThrow('denied'))

  it.each([
    [undefined, 'deploy first'],
    ['DELETE_COMPLETE', 'deploy first'],
    ['REVIEW_IN_PROGRESS', 'never executed'],
    ['ROLLBACK_COMPLETE', 'delete the stack, then deploy again'],
    ['DELETE_FAILED', 'delete the stack again'],
    ['UPDATE_IN_PROGRESS', 'wait until'],
    ['UPDATE_FAILED', 'deploy again'],
  ])('tells the way out of %s', (status, way) =>
    expect(detectDrift(apiOf(status, []), stackName, fakeWaiting())).rejects.toMatchObject({
      code: 'AWS_DRIFT_NOT_POSSIBLE',
      hint: expect.stringContaining(way),
    }),
  )
})

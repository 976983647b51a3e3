import { describe, expect, it } from 'vitest'
import type { ChangeSetDescription, ChangeSetRequest, OperationEvent, ResourceChange } from '../ports.js'
import { stackId, stackName } from '../stack/testing/sample-stack.js'
import { fakeWaiting } from '../wait/testing/fake-waiting.js'
import { changeSetFailureOf } from './change-set-failure.js'
import { type PreviewApi, previewChanges } from './preview-changes.js'

const ids = { stackId, changeSetId: 'arn:change-set' }
const request: ChangeSetRequest = {
  stackName,
  changeSetName: 'preview-1',
  type: 'UPDATE',
  template: { kind: 'body', body: '{}' },
  capabilities: [],
  tags: {},
  notificationArns: [],
  description: 'a look',
  clientToken: 'mine',
}
const change: ResourceChange = { action: 'Add', logicalId: 'A', resourceType: 'AWS::IAM::Role', details: [] }
const described = (
  status: string,
  statusReason = '',
  changes: readonly ResourceChange[] = [],
): ChangeSetDescription => ({
  ...ids,
  changeSetName: request.changeSetName,
  status,
  statusReason,
  executionStatus: status === 'CREATE_COMPLETE' ? 'AVAILABLE' : 'UNAVAILABLE',
  changes,
})
const finding = (logicalId: string, mode: string, reason: string): OperationEvent => ({
  eventType: 'VALIDATION_ERROR',
  logicalId,
  resourceType: 'AWS::S3::Bucket',
  status: 'FAILED',
  statusReason: '',
  validationName: 'NAME_CONFLICT_VALIDATION',
  validationPath: `/Resources/${logicalId}`,
  validationFailureMode: mode,
  validationStatusReason: reason,
})

/** Answers are given one by one; the last stays. */
function apiOf(
  answers: readonly (ChangeSetDescription | undefined)[],
  found?: readonly OperationEvent[],
): PreviewApi {
  let looks = 0
  return {
    createChangeSet: async () => ids,
    describeChangeSet: async () => answers[Math.min(looks++, answers.length - 1)],
    describeFailedEvents: async () => found ?? Promise.reject(new Error('denied')),
  }
}

const preview = (api: PreviewApi) => previewChanges(api, request, fakeWaiting())

describe('previewChanges', () => {
  it('waits until the change set is made', async () => {
    const pending = [undefined, described('CREATE_PENDING'), described('CREATE_IN_PROGRESS')]
    const api = apiOf([...pending, described('CREATE_COMPLETE', '', [change])])
    expect(await preview(api)).toEqual({ kind: 'changes', ids, changes: [change] })
  })

  it('takes a change set that would change nothing for a result', async () => {
    const api = apiOf([described('FAILED', 'No updates are to be performed.')])
    expect(await preview(api)).toEqual({ kind: 'no-changes', ids })
  })

  it('puts what the early validation found first, failures before warnings', async () => {
    const found = [
      finding('Q', 'WARN', 'nearly full'),
      finding('B', 'FAIL', 'the name is taken'),
      finding('C', 'FAIL', 'no'),
    ]
    const error = await preview(apiOf([described('FAILED', 'Validation failed.')], found)).catch(
      (thrown) => thrown,
    )
    expect(error).toMatchObject({
      code: 'AWS_CHANGE_SET_FAILED',
      message:
        'B (AWS::S3::Bucket): the name is taken [NAME_CONFLICT_VALIDATION at /Resources/B] (and 2 more)',
    })
    expect(changeSetFailureOf(error)?.findings.map(({ logicalId }) => logicalId)).toEqual(['B', 'C', 'Q'])
  })

  it.each([[[]], [undefined]])(
    'gives the reason of CloudFormation where the events tell nothing: %j',
    (found) =>
      expect(
        preview(apiOf([described('FAILED', 'Requires capabilities : [CAPABILITY_IAM]')], found)),
      ).rejects.toMatchObject({
        message: 'Requires capabilities : [CAPABILITY_IAM]',
        hint: expect.stringContaining('acknowledgement'),
      }),
  )

  it('says so when the change set is gone', () =>
    expect(preview(apiOf([undefined], []))).rejects.toMatchObject({
      code: 'AWS_CHANGE_SET_FAILED',
      message: expect.stringContaining('was removed while it was made'),
    }))

  it('gives up in the end', () =>
    expect(preview(apiOf([described('CREATE_IN_PROGRESS')]))).rejects.toMatchObject({
      code: 'AWS_WAIT_TOO_LONG',
    }))

  it('tells the ids before it can fail', async () => {
    const told: unknown[] = []
    const api = { ...apiOf([]), describeChangeSet: async () => Promise.reject(new Error('cut')) }
    await expect(previewChanges(api, request, fakeWaiting(), (made) => told.push(made))).rejects.toThrow(
      'cut',
    )
    expect(told).toEqual([ids])
  })
})

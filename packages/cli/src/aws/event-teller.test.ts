import type { StackEvent } from '@sec/aws'
import { expect, it } from 'vitest'
import { eventTeller } from './event-teller.js'

function told(
  events: readonly Partial<StackEvent>[],
  status: (text: string | undefined) => void = () => undefined,
): readonly string[] {
  const lines: string[] = []
  const output = { progress: (line: string) => void lines.push(line), status }
  const tell = eventTeller({ output } as unknown as Parameters<typeof eventTeller>[0])
  const whole = { resourceType: 'AWS::IAM::Group', logicalId: 'Group', statusReason: '' }
  for (const event of events) tell({ ...whole, ...event } as StackEvent)
  return lines
}

it('tells how long each work on a resource took, and of a rollback from its own beginning', () => {
  const lines = told([
    { status: 'CREATE_IN_PROGRESS', atMs: 0 },
    { status: 'CREATE_IN_PROGRESS', atMs: 500 },
    { status: 'CREATE_COMPLETE', atMs: 2_000 },
    { status: 'DELETE_IN_PROGRESS', atMs: 60_000 },
    { status: 'DELETE_COMPLETE', atMs: 61_000 },
  ])
  expect(lines).toEqual([
    '00:00:00  CREATE_IN_PROGRESS       AWS::IAM::Group         Group',
    '00:00:00  CREATE_IN_PROGRESS       AWS::IAM::Group         Group',
    '00:00:02  CREATE_COMPLETE          AWS::IAM::Group         Group 2.0 s',
    '00:01:00  DELETE_IN_PROGRESS       AWS::IAM::Group         Group',
    '00:01:01  DELETE_COMPLETE          AWS::IAM::Group         Group 1.0 s',
  ])
})

it("tells AWS's reason of a failure without what nobody can act on", () => {
  const statusReason =
    'Resource handler returned message: "In use. (Service: Iam, Status Code: 409, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: X)'
  expect(told([{ status: 'DELETE_FAILED', atMs: 0, statusReason }])[0]).toMatch(/ Group: In use\.$/)
})

it('shows what CloudFormation is at work on, until the stack is done', () => {
  const shown: (string | undefined)[] = []
  const of = (logicalId: string, status: string) => ({ logicalId, status, atMs: 0 })
  const events = [
    of('stack', 'CREATE_IN_PROGRESS'),
    of('A', 'CREATE_IN_PROGRESS'),
    of('B', 'CREATE_IN_PROGRESS'),
    of('A', 'CREATE_COMPLETE'),
    of('B', 'CREATE_FAILED'),
    of('stack', 'CREATE_COMPLETE'),
  ]
  told(events, (text) => void shown.push(text))
  expect(shown).toEqual([
    'CloudFormation is at work on stack',
    'CloudFormation is at work on A',
    'CloudFormation is at work on A, B',
    'CloudFormation is at work on B',
    'CloudFormation is at work on stack',
    undefined,
  ])
})

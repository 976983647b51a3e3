import type { StackDescription, StackEvent } from '../../ports.js'

/** For tests: a stack, its events, and time in whole seconds. */
export const stackName = 'acme-prod-stack'
export const stackId = `arn:aws:cloudformation:eu-central-1:123456789012:stack/${stackName}/0a1b`
export const startMs = Date.UTC(2026, 10, 24, 12)

export function sampleStack(status: string, more: Partial<StackDescription> = {}): StackDescription {
  return {
    stackId,
    stackName,
    status,
    statusReason: '',
    outputs: {},
    tags: {},
    terminationProtection: false,
    notificationArns: [],
    createdMs: startMs,
    ...more,
  }
}

/** Such as `stack UPDATE_IN_PROGRESS User Initiated` or `RoleA CREATE_FAILED it exists`; second by second. */
export function sampleEvents(lines: readonly string[], token = 'mine'): StackEvent[] {
  return lines.map((line, at) => {
    const [logicalId = '', status = '', ...reason] = line.split(' ')
    const isStack = logicalId === 'stack'
    return {
      eventId: `${token}-${at}-${line}`,
      atMs: startMs + at * 1000,
      logicalId: isStack ? stackName : logicalId,
      physicalId: isStack ? stackId : `acme-${logicalId}`,
      resourceType: isStack ? 'AWS::CloudFormation::Stack' : 'AWS::IAM::Role',
      status,
      statusReason: reason.join(' '),
      clientRequestToken: token,
    }
  })
}

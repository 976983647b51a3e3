import type { CreateChangeSetCommandInput } from '@aws-sdk/client-cloudformation'
import { DeleteGroupCommand } from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { group } from '../testing/resources.js'
import {
  createChangeSet,
  createStack,
  executeChangeSet,
  failuresOf,
  template,
  updateStack,
  waitForStack,
} from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const server = testServer()
const topic = 'arn:aws:sns:eu-central-1:123456789012:stacks'
const RoleARN = 'arn:aws:iam::123456789012:role/for-cloudformation'

type Given = Pick<CreateChangeSetCommandInput, 'NotificationARNs' | 'RoleARN'>

describe('a stack keeps what its change sets say of', () => {
  function start() {
    const { cloudformation } = server.newAccount().clients()
    const change = async (ChangeSetName: string, ChangeSetType: 'CREATE' | 'UPDATE', given: Given) => {
      const TemplateBody = template({ G: group('a') })
      const names = { StackName: 'one', ChangeSetName, ChangeSetType }
      const made = await createChangeSet(cloudformation, { ...names, TemplateBody, ...given })
      if (made.Status !== 'FAILED') await executeChangeSet(cloudformation, 'one', ChangeSetName)
      const { NotificationARNs = [], RoleARN: role } = await waitForStack(cloudformation, 'one')
      return { status: made.Status, topics: NotificationARNs, role }
    }
    return change
  }

  it('topics, which alone are a change, and which an empty list takes away', async () => {
    const change = start()
    expect(await change('a', 'CREATE', {})).toMatchObject({ topics: [] })
    expect(await change('b', 'UPDATE', { NotificationARNs: [topic] })).toMatchObject({ topics: [topic] })
    expect(await change('c', 'UPDATE', { NotificationARNs: [topic] })).toMatchObject({ status: 'FAILED' })
    expect(await change('d', 'UPDATE', { NotificationARNs: [] })).toMatchObject({ topics: [] })
  })

  it('its service role', async () => {
    expect(await start()('a', 'CREATE', { RoleARN })).toMatchObject({ role: RoleARN })
  })
})

it('what is gone is not changed: the update fails', async () => {
  const { cloudformation, iam } = server.newAccount().clients()
  await createStack(cloudformation, 'one', { G: group('a') })
  await iam.send(new DeleteGroupCommand({ GroupName: 'a' }))
  await updateStack(cloudformation, 'one', { G: group('a', { Path: '/x/' }) }).catch(() => undefined)
  expect((await failuresOf(cloudformation, 'one'))[0]).toContain('The group with name a cannot be found')
})

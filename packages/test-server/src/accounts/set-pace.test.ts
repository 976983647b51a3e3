import { CreateStackCommand, DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { expect, it } from 'vitest'
import { group } from '../testing/resources.js'
import { template, waitForStack } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const server = testServer()

async function createGroup() {
  const account = server.newAccount()
  const { cloudformation } = account.clients()
  const statusOf = async (StackName: string) =>
    (await cloudformation.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0]?.StackStatus
  const create = async () => {
    const TemplateBody = template({ Group: group('a') })
    const Capabilities = ['CAPABILITY_NAMED_IAM' as const]
    await cloudformation.send(new CreateStackCommand({ StackName: 'one', TemplateBody, Capabilities }))
    return statusOf('one')
  }
  return { account, cloudformation, create, statusOf }
}

it('a slow account shows its stacks at work, while others are as quick as ever', async () => {
  const [slow, quick] = [await createGroup(), await createGroup()]
  await slow.account.setPace(300)
  expect([await slow.create(), await quick.create()]).toEqual(['CREATE_IN_PROGRESS', 'CREATE_COMPLETE'])
  const { StackId, StackStatus } = await waitForStack(slow.cloudformation, 'one')
  await slow.cloudformation.send(new DeleteStackCommand({ StackName: 'one' }))
  expect([StackStatus, await slow.statusOf(StackId as string)]).toEqual([
    'CREATE_COMPLETE',
    'DELETE_IN_PROGRESS',
  ])
})

it('is quick again when told so', async () => {
  const { account, create } = await createGroup()
  await account.setPace(60_000)
  await account.setPace(0)
  expect(await create()).toBe('CREATE_COMPLETE')
})

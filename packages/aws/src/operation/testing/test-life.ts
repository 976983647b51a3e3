import { setTimeout as pause } from 'node:timers/promises'
import { envOf, type TestAccount } from '@sec/test-server'
import { previewChanges } from '../../change-set/preview-changes.js'
import { openAws } from '../../clients/open-aws.js'
import type { ChangeSetRequest, StackApi, StackEvent } from '../../ports.js'
import type { Waiting } from '../../waiting.js'
import { executeChangeSet } from '../execute-change-set.js'

/** For tests: the real clock, with pauses cut short. */
export const realWaiting = (): Waiting => ({
  nowMs: () => Date.now(),
  sleep: async (delayMs, signal) => {
    await pause(Math.min(delayMs, 100), undefined, { signal })
  },
  signal: new AbortController().signal,
})

export const openStacks = (endpointUrl: string, account: TestAccount): StackApi =>
  openAws({
    region: 'eu-central-1',
    endpointUrl,
    env: envOf(account.root, 'eu-central-1'),
    waiting: realWaiting(),
  }).stacks

let count = 0

/** Unique within a test file, whose tests have an account each. */
export function nextName(): string {
  count += 1
  return `n${count}`
}

export const template = (resources: object, outputs: object = {}): string =>
  JSON.stringify({ Resources: resources, Outputs: outputs })

export function requestFor(stackName: string, type: 'CREATE' | 'UPDATE', body: string): ChangeSetRequest {
  const name = nextName()
  return {
    stackName,
    changeSetName: `preview-${name}`,
    type,
    template: { kind: 'body', body },
    capabilities: ['CAPABILITY_NAMED_IAM'],
    tags: { team: 'ml' },
    notificationArns: [],
    description: 'a test',
    clientToken: `token-${name}`,
  }
}

/** Previews and executes, and gives back how it ended and what was told meanwhile. */
export async function deploy(api: StackApi, stackName: string, type: 'CREATE' | 'UPDATE', body: string) {
  const request = requestFor(stackName, type, body)
  const preview = await previewChanges(api, request, realWaiting())
  const told: StackEvent[] = []
  const token = `sec--deploy--alice--${nextName()}`
  const result = await executeChangeSet(api, preview.ids, token, realWaiting(), (event) => told.push(event))
  return { preview, result, told, token }
}

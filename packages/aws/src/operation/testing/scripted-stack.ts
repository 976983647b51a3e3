import type { OperationEvent, StackDescription, StackEvent } from '../../ports.js'
import { sampleStack } from '../../stack/testing/sample-stack.js'
import type { FollowApi } from '../follow-operation.js'

/** What a stack looks like from one look on: its status, `gone` for none, and the events that were added. */
export interface ScriptStep {
  readonly status: string
  readonly events?: readonly StackEvent[]
}

/** For tests: a stack that goes one step further with every look at it, and stays in the last. */
export function scriptedStack(
  steps: readonly ScriptStep[],
  before: readonly StackEvent[] = [],
  found: readonly OperationEvent[] = [],
) {
  let looks = 0
  const eventsUntilNow = () => [...before, ...steps.slice(0, looks).flatMap(({ events = [] }) => events)]
  const api: FollowApi = {
    describeStack: async (): Promise<StackDescription | undefined> => {
      looks += 1
      const status = steps[Math.min(looks, steps.length) - 1]?.status ?? 'gone'
      return status === 'gone' ? undefined : sampleStack(status)
    },
    describeStackEvents: async (_, until) => {
      const events = eventsUntilNow()
      return events.slice(events.findIndex(({ eventId }) => eventId === until) + 1).reverse()
    },
    describeFailedEvents: async () => found,
  }
  return { api, looks: () => looks }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { stackOf } from './by-hand.js'
import type { Life } from './life.js'

const limitMs = 60_000

/** Looks until something is so; a test that waits in vain says for what. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const startedMs = Date.now()
  while (!(await isSo())) {
    if (Date.now() - startedMs > limitMs) throw new Error(`waited in vain until ${what}`)
    await sleep(10)
  }
}

/** Looks until the stack has a status that fits. */
export function untilStatus(life: Life, status: RegExp): Promise<void> {
  return until(`${life.stackName} is in ${status}`, async () =>
    status.test((await stackOf(life))?.StackStatus ?? ''),
  )
}

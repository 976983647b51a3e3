import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

const limitMs = 60_000
const pauseMs = 25

/** Waits until the server answers; its end, or a minute of silence, is an error. */
export async function waitForHealth(endpointUrl: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + limitMs
  while (!(await isHealthy(endpointUrl))) {
    if (child.exitCode !== null) throw new Error(`the test server ended with exit code ${child.exitCode}`)
    if (Date.now() > until) throw new Error(`the test server did not answer within ${limitMs / 1000} seconds`)
    await sleep(pauseMs)
  }
}

async function isHealthy(endpointUrl: string): Promise<boolean> {
  const answer = await fetch(`${endpointUrl}/_ministack/health`).catch(() => undefined)
  return answer?.ok === true
}

import type { TestProject } from 'vitest/node'
import { type StartedTestServer, startTestServer } from '../server/start-test-server.js'
import type {} from './provided.js'

interface Shared {
  started: Promise<StartedTestServer>
  users: number
}

// Every project loads this file for itself; they all run in one process and use one server.
const holder = globalThis as { secTestServer?: Shared | undefined }

/** Starts the server for the first project that asks, and ends it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.secTestServer ??= { started: startTestServer(), users: 0 }
  const shared = holder.secTestServer
  shared.users += 1
  project.provide('testServer', (await shared.started).endpointUrl)
  return () => leave(shared)
}

async function leave(shared: Shared): Promise<void> {
  shared.users -= 1
  if (shared.users > 0) return
  holder.secTestServer = undefined
  await (await shared.started).stop()
}

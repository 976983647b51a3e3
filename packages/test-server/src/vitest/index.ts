import { inject } from 'vitest'
import { connectTestServer, type TestServer } from '../server/connect-test-server.js'
import type {} from './provided.js'

/** The one server of this test run; it is there in the vitest projects `test-server` and `integration`. */
export function testServer(): TestServer {
  return connectTestServer(inject('testServer'))
}

// Servers

// Accounts and callers
export { type Clients, createClients, defaultRegion } from './accounts/clients.js'
export { type Credentials, envOf } from './accounts/credentials.js'
export { type ClientsOptions, createTestAccount, type TestAccount } from './accounts/test-account.js'
// Faults
export type { CallStatus, RecordedCall } from './proxy/call-log.js'
export type { Fault, FaultPoint, Injection } from './proxy/faults.js'
export { type FaultProxy, startFaultProxy } from './proxy/start-fault-proxy.js'
export { connectTestServer, type TestServer } from './server/connect-test-server.js'
export {
  type StartedTestServer,
  startTestServer,
  type TestServerOptions,
} from './server/start-test-server.js'

import { createTestAccount, type TestAccount } from '../accounts/test-account.js'

/** A running server: an address, and as many AWS accounts as one likes. */
export interface TestServer {
  readonly endpointUrl: string
  /** An account that nobody used before; its id is twelve random digits. */
  newAccount(): TestAccount
}

/** A server that runs already, by its address. */
export function connectTestServer(endpointUrl: string): TestServer {
  return { endpointUrl, newAccount: () => createTestAccount(endpointUrl) }
}

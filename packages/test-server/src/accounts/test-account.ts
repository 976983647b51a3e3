import { randomInt } from 'node:crypto'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { type Clients, createClients, defaultRegion } from './clients.js'
import type { Credentials } from './credentials.js'
import { setPace } from './set-pace.js'
import { addUserToGroup, createUser } from './users.js'

/** One AWS account of the server. */
export interface TestAccount {
  /** Twelve digits. */
  readonly accountId: string
  readonly endpointUrl: string
  /** The account's root user, who may do everything. */
  readonly root: Credentials
  /** The root user's clients; the same ones at each call for a region. */
  clients(region?: string): Clients
  /** Clients of somebody else, or through a fault proxy. */
  clientsOf(credentials: Credentials, options?: ClientsOptions): Clients
  /**
   * Creates a user who may do what these policy documents allow.
   *
   * @param policyDocuments - JSON text; each becomes a managed policy of its own, at most ten.
   * @param region - One of the partition that the documents are written for.
   */
  createUser(userName: string, policyDocuments?: readonly string[], region?: string): Promise<Credentials>
  addUserToGroup(userName: string, groupName: string): Promise<void>
  createBucket(bucketName: string, region?: string): Promise<void>
  /** Makes CloudFormation take this long for each resource of this account; a new account takes no time. */
  setPace(resourceMs: number): Promise<void>
}

export interface ClientsOptions {
  readonly region?: string
  readonly endpointUrl?: string
}

/** A new account; the server knows every account whose root signs. */
export function createTestAccount(endpointUrl: string, accountId = randomAccountId()): TestAccount {
  const root = { accessKeyId: accountId, secretAccessKey: 'root' }
  const clients = rememberClients((region) => createClients(endpointUrl, root, region))
  return {
    accountId,
    endpointUrl,
    root,
    clients,
    clientsOf: (credentials, options = {}) =>
      createClients(options.endpointUrl ?? endpointUrl, credentials, options.region),
    createUser: (userName, policyDocuments = [], region) =>
      createUser(clients(region).iam, userName, policyDocuments),
    addUserToGroup: (userName, groupName) => addUserToGroup(clients().iam, userName, groupName),
    createBucket: (bucketName, region) => createBucket(clients(region), bucketName, region),
    setPace: (resourceMs) => setPace(endpointUrl, accountId, resourceMs),
  }
}

/** Test files run in processes of their own, side by side, so a counter would give one account to several. */
function randomAccountId(): string {
  return String(randomInt(100_000_000_000, 1_000_000_000_000 / 4)).padStart(12, '0')
}

function rememberClients(create: (region: string) => Clients): (region?: string) => Clients {
  const made = new Map<string, Clients>()
  return (region = defaultRegion) => {
    const clients = made.get(region) ?? create(region)
    made.set(region, clients)
    return clients
  }
}

async function createBucket(clients: Clients, bucketName: string, region = defaultRegion): Promise<void> {
  // us-east-1 has no location constraint: naming it is an error there.
  const configuration =
    region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as never } }
  await clients.s3.send(new CreateBucketCommand({ Bucket: bucketName, ...configuration }))
}

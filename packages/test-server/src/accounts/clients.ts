import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { IAMClient } from '@aws-sdk/client-iam'
import { S3Client } from '@aws-sdk/client-s3'
import { SSMClient } from '@aws-sdk/client-ssm'
import { STSClient } from '@aws-sdk/client-sts'
import type { Credentials } from './credentials.js'

/** One SDK client for each service that the tests talk to. */
export interface Clients {
  readonly cloudformation: CloudFormationClient
  readonly iam: IAMClient
  readonly s3: S3Client
  readonly ssm: SSMClient
  readonly sts: STSClient
}

export const defaultRegion = 'eu-central-1'

/** Clients of one caller; `endpointUrl` is the server's or a fault proxy's. */
export function createClients(
  endpointUrl: string,
  credentials: Credentials,
  region = defaultRegion,
): Clients {
  const settings = { endpoint: endpointUrl, region, credentials }
  return {
    cloudformation: new CloudFormationClient(settings),
    iam: new IAMClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    ssm: new SSMClient(settings),
    sts: new STSClient(settings),
  }
}

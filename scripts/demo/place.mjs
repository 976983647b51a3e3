import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../lib/in-root.mjs'

/** The example that the demo deploys. */
export const example = 'examples/starter.yaml'

/** What a copy of it is called. */
export const config = 'acme.yaml'

export const prefix = 'acme-dev-x001'
export const region = 'us-west-1'
export const accountId = '123456789012'

/** The config where a user would have it, and the bucket that it names. */
export async function preparePlace({ folder, account }) {
  copyFileSync(inRoot(example), join(folder, config))
  await account.createBucket(`${prefix}-templates`, region)
}

/** What points the program at the server, in place of AWS. */
export function environmentOf({ folder, server }) {
  return {
    AWS_ENDPOINT_URL: server.endpointUrl,
    AWS_SHARED_CREDENTIALS_FILE: credentialsFile(folder),
    AWS_CONFIG_FILE: join(folder, 'aws-config'),
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}

export const credentialsFile = (folder) => join(folder, 'aws-credentials')

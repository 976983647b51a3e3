import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateUserCommand,
} from '@aws-sdk/client-iam'
import { accountId, credentialsFile, region } from './place.mjs'

/** Who deploys, with no permission yet. */
export const operator = 'olga'

// Not among the names of the estate.
const path = '/people/'

/** Creates the user, whose keys become the profile `operator`. */
export async function createOperator({ folder, account }) {
  const { iam } = account.clients(region)
  await iam.send(new CreateUserCommand({ UserName: operator, Path: path }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: operator }))
  const keys = [
    `aws_access_key_id = ${AccessKey.AccessKeyId}`,
    `aws_secret_access_key = ${AccessKey.SecretAccessKey}`,
  ]
  writeFileSync(credentialsFile(folder), ['[operator]', ...keys, ''].join('\n'))
}

/** Lets the operator do what `export-iam-policy` wrote, in place of what was allowed before. */
export async function allowOperator({ folder, account }) {
  const { iam } = account.clients(region)
  const policies = join(folder, 'policies')
  for (const [index, file] of readdirSync(policies).sort().entries())
    await allow(iam, `operator-${index + 1}`, readFileSync(join(policies, file), 'utf8'))
}

async function allow(iam, PolicyName, PolicyDocument) {
  const PolicyArn = `arn:aws:iam::${accountId}:policy${path}${PolicyName}`
  try {
    await iam.send(new CreatePolicyCommand({ PolicyName, Path: path, PolicyDocument }))
  } catch (error) {
    if (error.name !== 'EntityAlreadyExistsException') throw error
    await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }))
  }
  await iam.send(new AttachUserPolicyCommand({ UserName: operator, PolicyArn }))
}

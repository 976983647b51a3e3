import { readFileSync } from 'node:fs'
import { CreatePolicyCommand } from '@aws-sdk/client-iam'
import type { ObservedEstate } from '@sec/common/iam'
import { estateOf, type TemplateEstate } from '@sec/core'
import { testServer } from '@sec/test-server/vitest'
import { compileText, examplesFolder } from '../../../packages/core/test/support/compile.js'
import { observedFrom } from '../../../packages/core/test/support/observed-estate.js'
import { anyPolicy } from './by-hand.js'
import { type Life, lifeIn, region } from './life.js'

/** An example of the repository, deployed in an account of its own, and what is then there. */
export interface ExampleLife extends Life {
  readonly estate: TemplateEstate
  readonly observed: ObservedEstate
}

/** Policies that examples and edits name, and that somebody else makes. */
const foreignPolicies = ['techcorp-ml-boundary', 'techcorp-functions-boundary', 'boundary', 'somebody']

export async function deployExample(name: string): Promise<ExampleLife> {
  const account = testServer().newAccount()
  const bucket = `templates-${account.accountId}`
  const config = movedTo(account.accountId, bucket, readFileSync(`${examplesFolder}/${name}.yaml`, 'utf8'))
  const life = { ...lifeIn(account, config), ...describeConfig(config) }
  await account.createBucket(bucket, region)
  const { iam } = account.clients(region)
  for (const PolicyName of foreignPolicies)
    await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: anyPolicy }))
  await life.must(['deploy', '--force', '--quiet'])
  return life
}

/** The same config for another account, with a bucket that nobody else has. */
function movedTo(accountId: string, bucket: string, config: string): string {
  const own = /account_id: "(\d{12})"/.exec(config)?.[1] ?? ''
  return config.replaceAll(own, accountId).replace(/template_bucket: .*/, `template_bucket: ${bucket}`)
}

function describeConfig(config: string) {
  const { template, model } = compileText(config)
  const estate = estateOf(template, model.identity, model.tags)
  const { stackName, stem, prefix } = model.identity
  return { estate, observed: observedFrom(estate), stackName, stem, prefix }
}

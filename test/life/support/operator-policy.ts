import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PolicyDocument } from '@sec/common/iam'
import type { Credentials, TestAccount } from '@sec/test-server'
import { runSec, type SecWorld } from './run-sec.js'

/** What `export-iam-policy` writes for the config as it is now, in its order. */
export async function exportedPolicies(
  world: SecWorld,
  flags: readonly string[] = [],
): Promise<readonly PolicyDocument[]> {
  const out = mkdtempSync(join(tmpdir(), 'sec-operator-'))
  const ended = await runSec(['export-iam-policy', '--out', out, ...flags], world)
  if (ended.exitCode !== 0) throw new Error(ended.err)
  const files = readdirSync(join(out, 'policies')).map((file) => join(out, 'policies', file))
  return files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as PolicyDocument)
}

let operators = 0

/** A new user who may do what these documents allow, and nothing else. */
export function newOperator(
  account: TestAccount,
  documents: readonly PolicyDocument[],
  region: string,
): Promise<Credentials> {
  operators += 1
  const texts = documents.map((document) => JSON.stringify(document))
  return account.createUser(`operator-${operators}`, texts, region)
}

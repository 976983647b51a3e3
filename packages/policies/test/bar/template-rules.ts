import { documentCharacters } from '@sec/common/iam'
import { type PolicyTemplate, partsOf } from '../../src/index.js'
import type { Rule } from './statements.js'

/** Every statement has a Sid, unique in the file. */
export const sidsUnique: Rule = ({ statements }) => {
  const sids = statements.map(({ Sid }) => Sid ?? 'none')
  return sids.filter((sid, index) => sid === 'none' || sids.indexOf(sid) !== index)
}

/** IAM's limit for one managed policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const limitCharacters = 6144

const longest: Readonly<Record<string, string>> = {
  company_prefix: 'x'.repeat(18),
  env: 'staging',
  tenant_id: 'x001',
  prefix: 'x'.repeat(18 + 1 + 'staging'.length + 1 + 4),
  prefix_underscore: 'x'.repeat(18 + 1 + 'staging'.length + 1 + 4),
  account_id: '123456789012',
  region: 'ap-southeast-1',
  partition: 'aws-us-gov',
}

/** Characters of each document that the template makes, with placeholders at their longest. */
export function documentSizes(template: PolicyTemplate): number[] {
  const parts = partsOf(template)
  return (parts.length === 0 ? [undefined] : parts).map((part) => {
    const statements = template.statements.filter((statement) => statement.part === part)
    const written = statements.map(({ reason: _r, suppress: _s, part: _p, ...statement }) => statement)
    const text = JSON.stringify({ Version: '2012-10-17', Statement: written })
    const filled = text.replace(/\$\{([a-z_]+)\}/g, (all, name: string) => longest[name] ?? all)
    return documentCharacters(JSON.parse(filled))
  })
}

/** Each document stays within IAM's limit at the longest prefix. */
export const sizesFit: Rule = (template) =>
  documentSizes(template)
    .filter((characters) => characters > limitCharacters)
    .map((characters) => `${characters} characters, at most ${limitCharacters}`)

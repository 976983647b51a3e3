// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as people write them.
import { describe, expect, it } from 'vitest'
import { sampleModel } from '../../test/support/sample-model.js'
import { renameFor } from './own-names.js'

const rename = renameFor(sampleModel(), '-tabc123')
const role = 'edge-prod-b001-role-aqa-tester'
const own = `arn:aws:iam::123456789012:role/${role}`

describe('a text gets the suffix', () => {
  it.each([
    role,
    own,
    'edge-prod-b001-group-qa-testing',
    'arn:aws:iam::123456789012:group/edge-prod-b001-group-qa-testing',
    'arn:aws:iam::123456789012:policy/edge-prod-b001-policy-s3-level1-read-only',
    `arn:aws:iam::*:role/${role}`,
    `arn:*:iam::123456789012:role/${role}`,
    `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${role}`,
  ])('as %s', (text) => expect(rename(text)).toBe(`${text}-tabc123`))

  it('before the session of a role', () =>
    expect(rename(`arn:aws:sts::123456789012:assumed-role/${role}/*`)).toBe(
      `arn:aws:sts::123456789012:assumed-role/${role}-tabc123/*`,
    ))
})

describe('a text stays', () => {
  it.each([
    `arn:aws:iam::999988887777:role/${role}`,
    'arn:aws:iam::123456789012:role/edge-prod-b001-*',
    `arn:aws:iam::123456789012:role/${role}*`,
    `arn:aws:iam::123456789012:role/path/${role}`,
    `arn:aws:iam::123456789012:user/${role}`,
    `arn:aws:iam::123456789012:group/${role}`,
    `arn:aws:sts::999988887777:assumed-role/${role}/session`,
    `arn:aws:s3:::${role}`,
    `${role}-two`,
    `x${role}`,
    'arn:aws:iam::aws:policy/AdministratorAccess',
    '*',
    '',
  ])('as %s', (text) => expect(rename(text)).toBe(text))
})

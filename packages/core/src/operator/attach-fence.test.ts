import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PolicyDocument, Statement } from '@sec/common/iam'
import { describe, expect, it } from 'vitest'
import { compileFile, examplesFolder } from '../../test/support/compile.js'
import {
  attachedAwsPolicy,
  attachedPolicy,
  sampleGroup,
  sampleModel,
  samplePolicy,
  sampleRole,
} from '../../test/support/sample-model.js'
import type { Attachment, SecModel } from '../model/model.js'
import { iamArnOf } from '../names/arns.js'
import { generateOperatorPolicies } from './generate-operator-policies.js'

const examples = readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?:[^/\\]+\.yaml|[^/\\]+[/\\]config\.yaml)$/.test(file))
  .map((file) => ({ file, model: compileFile(join(examplesFolder, file)).model }))

const list = (value: string | readonly string[] | undefined) => [value ?? []].flat()

const statementsOf = (model: SecModel): readonly Statement[] =>
  generateOperatorPolicies(model).flatMap(({ value }) => (value as PolicyDocument).Statement)

/** As IAM compares ARNs. */
const fits = (patterns: readonly string[], arn: string) =>
  patterns.some((pattern) =>
    new RegExp(`^${pattern.replaceAll('?', '[^:]').replaceAll('*', '[^:]*')}$`).test(arn),
  )

/** Names of the estate, and those of one test deployment. */
const suffixes = ['', '-ta1b2c3']

const ownersOf = ({ identity, groups, roles }: SecModel, suffix: string) => [
  ...groups.map(({ groupName, attachments }) => ({
    action: 'iam:AttachGroupPolicy',
    arn: iamArnOf(identity, 'group', `${groupName}${suffix}`),
    attachments,
  })),
  ...roles.map(({ roleName, attachments }) => ({
    action: 'iam:AttachRolePolicy',
    arn: iamArnOf(identity, 'role', `${roleName}${suffix}`),
    attachments,
  })),
]

const ownArns = ({ identity, policies }: SecModel, suffix: string) =>
  policies.map(({ policyName }) => iamArnOf(identity, 'policy', `${policyName}${suffix}`))

/** Every policy of AWS that somebody has, and one that nobody should get by accident. */
const awsArns = (model: SecModel) => {
  const administrator = `arn:${model.identity.partition}:iam::aws:policy/AdministratorAccess`
  const all = [...model.groups, ...model.roles].flatMap(({ attachments }) => attachments)
  return [...new Set([administrator, ...all.flatMap((one) => (one.kind === 'aws' ? [one.arn] : []))])]
}

const arnOf = (attachment: Attachment, { identity }: SecModel, suffix: string) =>
  attachment.kind === 'aws'
    ? attachment.arn
    : iamArnOf(identity, 'policy', `${attachment.policyName}${suffix}`)

/** Which of some policies may be attached to which owner, by what the statements say. */
function attachable(model: SecModel, suffix: string, policies: readonly string[]): readonly string[] {
  const statements = statementsOf(model)
  const may = (action: string, owner: string, policy: string) =>
    statements.some(
      ({ Action, Resource, Condition }) =>
        list(Action).includes(action) &&
        fits(list(Resource), owner) &&
        fits(list(Condition?.ArnLike?.['iam:PolicyARN']), policy),
    )
  return ownersOf(model, suffix).flatMap(({ action, arn }) =>
    policies.filter((policy) => may(action, arn, policy)).map((policy) => `${policy} to ${arn}`),
  )
}

function held(model: SecModel, suffix: string, kind: Attachment['kind']): readonly string[] {
  return ownersOf(model, suffix).flatMap(({ arn, attachments }) =>
    attachments
      .filter((attachment) => attachment.kind === kind)
      .map((attachment) => `${arnOf(attachment, model, suffix)} to ${arn}`),
  )
}

const boundary = 'arn:aws:iam::123456789012:policy/ceiling'
const testing = samplePolicy('group-qa-testing', 'own')
const level = samplePolicy('s3-level1-read-only')
const mixed = sampleModel({
  policies: [testing, level],
  groups: [
    sampleGroup('administrators', { attachments: [attachedAwsPolicy('AdministratorAccess')] }),
    sampleGroup('auditors', {
      attachments: [attachedAwsPolicy('SecurityAudit'), attachedAwsPolicy('ReadOnlyAccess')],
    }),
    sampleGroup('qa_testing', {
      attachments: [attachedPolicy(testing), attachedAwsPolicy('ReadOnlyAccess')],
    }),
    sampleGroup('contractors', { attachments: [attachedPolicy(level)] }),
  ],
  roles: [
    sampleRole('breaker', {
      attachments: [attachedAwsPolicy('AdministratorAccess')],
      permissionsBoundary: boundary,
    }),
    sampleRole('reader', { attachments: [attachedPolicy(level), attachedAwsPolicy('ReadOnlyAccess')] }),
    sampleRole('bystander'),
  ],
})

const estates = [...examples, { file: 'an estate with a bit of everything', model: mixed }]
const cases = estates.flatMap((estate) => suffixes.map((suffix) => ({ ...estate, suffix })))

describe('the policy for the examples', () => {
  it('is looked at where somebody has AdministratorAccess and others have not', () => {
    const names = ['startup-5.yaml', 'medium-10.yaml', 'enterprise-12.yaml']
    const administrated = examples.filter(({ model }) =>
      held(model, '', 'aws').some((pair) => /AdministratorAccess to /.test(pair)),
    )
    expect(administrated.map(({ file }) => file)).toEqual(expect.arrayContaining(names))
  })
})

describe.each(cases)('attaching in $file, names ending in "$suffix"', ({ model, suffix }) => {
  it('gives policies of AWS to those who have them in the config, and to nobody else', () => {
    expect([...attachable(model, suffix, awsArns(model))].sort()).toEqual(
      [...held(model, suffix, 'aws')].sort(),
    )
  })

  it('gives its own policies to those who have them', () => {
    expect(attachable(model, suffix, ownArns(model, suffix))).toEqual(
      expect.arrayContaining([...held(model, suffix, 'stack')]),
    )
  })

  it('mixes no names of tests with real ones', () => {
    const others = suffixes.filter((other) => other !== suffix).flatMap((other) => ownArns(model, other))
    expect(attachable(model, suffix, others)).toEqual([])
  })
})

describe('a group that has policies of AWS alone', () => {
  it('is given no policy of the estate', () => {
    const policies = ownArns(mixed, '')
    expect(attachable(mixed, '', policies).filter((pair) => /group-administrators$/.test(pair))).toEqual([])
  })
})

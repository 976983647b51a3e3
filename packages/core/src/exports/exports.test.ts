import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inlineSampleModel, sampleModel, sampleRole } from '../../test/support/sample-model.js'
import { exportGroups } from './export-groups.js'
import { exportPolicies } from './export-policies.js'
import { exportRoles } from './export-roles.js'

const golden = (name: string) =>
  fileURLToPath(new URL(`../../test/fixtures/exports/${name}.json`, import.meta.url))

const models = [
  { name: 'managed', model: sampleModel() },
  { name: 'inline', model: inlineSampleModel() },
]

describe.each(models)('the exports of an estate with $name policies', ({ name, model }) => {
  it.each([
    { kind: 'policies', files: exportPolicies(model) },
    { kind: 'groups', files: exportGroups(model) },
    { kind: 'roles', files: exportRoles(model) },
  ])('are the golden ones: $kind', async ({ kind, files }) => {
    await expect(`${JSON.stringify(files, null, 2)}\n`).toMatchFileSnapshot(golden(`${name}-${kind}`))
  })
})

describe('exportPolicies', () => {
  it('names a level alike in both modes', () => {
    const levels = (model: typeof managed) => exportPolicies(model).map(({ file }) => file)
    const managed = sampleModel()
    expect(levels(managed)).toEqual([
      'policies/edge-prod-b001-policy-s3-level1-read-only.json',
      'policies/edge-prod-b001-policy-s3-level2-project-buckets-only.json',
      'policies/edge-prod-b001-policy-group-data-scientists.json',
    ])
    expect(levels(inlineSampleModel())).toEqual(levels(managed).slice(0, 2))
  })
})

describe('exportRoles', () => {
  it('gives the boundary of a role, and null where there is none', () => {
    const permissionsBoundary = 'arn:aws:iam::123456789012:policy/ceiling'
    const roles = [sampleRole('with', { permissionsBoundary }), sampleRole('without')]
    const values = exportRoles(sampleModel({ roles })).map(({ value }) => value)
    expect(values).toMatchObject([{ permissionsBoundary }, { permissionsBoundary: null }])
  })
})

describe('ARNs of policies', () => {
  it('are written in the partition of the estate', () => {
    const model = sampleModel()
    const [group] = exportGroups({ ...model, identity: { ...model.identity, partition: 'aws-cn' } })
    expect(group?.value).toMatchObject({
      managedPolicyArns: expect.arrayContaining([
        'arn:aws-cn:iam::123456789012:policy/edge-prod-b001-policy-group-data-scientists',
      ]),
    })
  })
})

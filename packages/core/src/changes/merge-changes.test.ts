import type { ChangeDetail, ResourceChange } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { mergeChanges } from './merge-changes.js'
import type { ResourceDifference } from './resource-difference.js'

const change = (more: Partial<ResourceChange> = {}): ResourceChange => ({
  action: 'Modify',
  logicalId: 'R',
  physicalId: 'r',
  resourceType: 'AWS::IAM::Role',
  replacement: 'False',
  details: [],
  ...more,
})

const detail = (name: string, more: Partial<ChangeDetail> = {}): ChangeDetail => ({
  attribute: 'Properties',
  name,
  requiresRecreation: 'Never',
  evaluation: 'Static',
  changeSource: 'DirectModification',
  ...more,
})

const difference: ResourceDifference = {
  action: 'Modify',
  logicalId: 'R',
  resourceType: 'AWS::IAM::Role',
  name: 'r-name',
  replacedBy: [],
  properties: [
    { attribute: 'Properties', path: ['Description'], before: 'a', after: 'b', requiresRecreation: 'Never' },
    { attribute: 'Properties', path: ['Tags', 'x'], after: '1', requiresRecreation: 'Never' },
    {
      attribute: 'Properties',
      path: ['AssumeRolePolicyDocument'],
      statements: { added: ['s'], removed: [] },
      requiresRecreation: 'Never',
    },
  ],
}

const only = (changes: readonly ResourceChange[], differences = [difference]) =>
  mergeChanges(changes, differences).resources[0] ?? expect.fail()

describe('mergeChanges', () => {
  it('takes values from the templates where the change set gives none', () => {
    const merged = only([change({ details: [detail('Description')] })])
    expect(merged).toMatchObject({ action: 'Modify', physicalId: 'r', name: 'r-name', isPossible: false })
    expect(merged.properties[0]).toEqual({
      attribute: 'Properties',
      path: ['Description'],
      before: 'a',
      after: 'b',
      requiresRecreation: 'Never',
      isPossible: false,
    })
  })

  it('takes the values of the change set where it gives them', () => {
    const details = [detail('Description', { before: 'live', after: 'b', causingEntity: 'P' })]
    expect(only([change({ details })]).properties[0]).toMatchObject({
      before: 'live',
      after: 'b',
      causedBy: 'P',
    })
  })

  it('does not take the mark of a value that nobody knows yet', () => {
    const details = [detail('Description', { after: '{{changeSet:KNOWN_AFTER_APPLY}}' })]
    expect(only([change({ details })]).properties[0]).toMatchObject({ before: 'a', after: 'b' })
  })

  it('shows a document by its statements, and tags one by one, whatever texts the change set has', () => {
    const details = [
      detail('AssumeRolePolicyDocument', { before: '{}', after: '{"a":1}' }),
      { attribute: 'Tags', requiresRecreation: 'Never', evaluation: 'Static', after: '[]' },
    ]
    const [document, tag] = only([change({ details })]).properties
    expect(document).toMatchObject({ statements: { added: ['s'], removed: [] } })
    expect(document).not.toHaveProperty('after')
    expect(tag).toMatchObject({ path: ['Tags', 'x'], after: '1' })
  })

  it('adds what no detail covers, and keeps what only the change set knows', () => {
    const merged = only([change({ details: [detail('ManagedPolicyArns', { before: '[]' })] })])
    expect(merged.properties.map(({ path }) => path.join('.'))).toEqual([
      'ManagedPolicyArns',
      'Description',
      'Tags.x',
      'AssumeRolePolicyDocument',
    ])
    expect(merged.properties[0]).toMatchObject({ before: '[]' })
  })

  describe('of what was changed behind the stack', () => {
    const drifted = (name: string, actual: unknown, after: unknown, more: Partial<ChangeDetail> = {}) =>
      detail(name, { before: 'deployed', actual: textOf(actual), after: textOf(after), ...more })
    const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
    const shown = (...details: readonly ChangeDetail[]) =>
      only([change({ driftStatus: 'MODIFIED', details })]).properties.filter(({ path }) =>
        details.some(({ name }) => name === path[0]),
      )

    it('tells what is there before what was deployed, also where the template changes', () => {
      expect(shown(drifted('Description', 'by hand', 'b'))).toMatchObject([{ before: 'by hand', after: 'b' }])
    })

    it('tells it of the resource', () => {
      expect(only([change({ driftStatus: 'DELETED' })])).toMatchObject({ driftStatus: 'DELETED' })
      expect(only([change()])).not.toHaveProperty('driftStatus')
    })

    it('reads documents by their statements, and named items by their names', () => {
      const [one, other] = [{ Effect: 'Allow' }, { Effect: 'Deny' }]
      const documents = [{ Statement: [one] }, { Statement: [other] }] as const
      const tags = [[{ Key: 'a', Value: '1' }], [{ Key: 'a', Value: '2' }]] as const
      expect(
        shown(drifted('AssumeRolePolicyDocument', ...documents), drifted('Tags', ...tags)),
      ).toMatchObject([
        { path: ['AssumeRolePolicyDocument'], statements: { added: [other], removed: [one] } },
        { path: ['Tags', 'a'], before: '1', after: '2' },
      ])
    })

    it('keeps every place of one property apart, and each once', () => {
      const at = (key: string) => drifted('Tags', 'x', 'y', { path: `/Properties/Tags/${key}` })
      expect(shown(at('0/Value'), at('1/Value'), at('0/Value')).map(({ path }) => path.join('.'))).toEqual([
        'Tags.0.Value',
        'Tags.1.Value',
      ])
    })

    it('reads slashes and tildes within a place', () => {
      const [property] = shown(drifted('Tags', 'x', 'y', { path: '/Properties/Tags/team~1a~0b' }))
      expect(property).toMatchObject({ path: ['Tags', 'team/a~b'] })
    })

    it('shows a value that was cut off as it is', () => {
      const [property] = shown(drifted('ManagedPolicyArns', '["arn:aws:iam::aws:pol', '["b"]'))
      expect(property).toMatchObject({ before: '["arn:aws:iam::aws:pol', after: '["b"]' })
    })

    it('says nothing of a value that is already what the template says', () => {
      expect(shown(drifted('Description', 'b', 'b'), drifted('ManagedPolicyArns', ['b'], ['b']))).toEqual([])
    })
  })

  it('takes a fact before a possibility of the same property', () => {
    const dynamic = detail('Description', { evaluation: 'Dynamic', changeSource: 'ResourceReference' })
    const merged = only([change({ details: [dynamic, detail('Description'), dynamic] })])
    expect(merged.properties.filter(({ path }) => path[0] === 'Description')).toMatchObject([
      { isPossible: false },
    ])
    expect(merged).toMatchObject({ isPossible: false })
    expect(merged).not.toHaveProperty('note')
  })

  it('calls a change possible that depends on another one', () => {
    const dynamic = detail('ManagedPolicyArns', { evaluation: 'Dynamic', causingEntity: 'PolicyX' })
    const merged = only([change({ details: [dynamic] })], [])
    expect(merged).toMatchObject({
      isPossible: true,
      properties: [{ isPossible: true, causedBy: 'PolicyX' }],
    })
    expect(merged.note).toMatch(/^possible, depending on PolicyX/)
  })

  it.each([
    { replacement: 'True', reason: ['RoleName'], note: undefined },
    {
      replacement: 'Conditional',
      reason: ['RoleName', 'Path'],
      note: /replacement is possible because of RoleName, Path/,
    },
    { replacement: 'False', reason: [], note: undefined },
  ])('names the reason of a replacement: $replacement', ({ replacement, reason, note }) => {
    const details = [
      detail('RoleName', { requiresRecreation: 'Always' }),
      detail('Path', { requiresRecreation: 'Conditionally' }),
      detail('Description'),
    ]
    const merged = only([change({ replacement, details })])
    expect(merged.replacedBy).toEqual(reason)
    if (note) expect(merged.note).toMatch(note)
    else expect(merged.note).toBeUndefined()
  })

  it('finds the reason in the templates where the change set has no details', () => {
    const replaced = { ...difference, replacedBy: ['Path'] }
    expect(only([change({ replacement: 'True' })], [replaced]).replacedBy).toEqual(['Path'])
  })

  it('lists apart what only the templates tell', () => {
    const other = { ...difference, logicalId: 'Other' }
    expect(mergeChanges([change()], [difference, other]).beside).toEqual([other])
  })

  it('says when nothing but outputs or the description changes', () => {
    const sections = ['Outputs', 'Description', 'Outputs'].map((section) => ({ section, path: [] }))
    expect(mergeChanges([], [], sections).note).toBe(
      "no resource changes, only the template's Description, Outputs",
    )
    expect(mergeChanges([change()], [], sections).note).toBeUndefined()
    expect(mergeChanges([], [], []).note).toBeUndefined()
  })
})

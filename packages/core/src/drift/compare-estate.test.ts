import { describe, expect, it } from 'vitest'
import { exampleEstate, observedFrom } from '../../test/support/observed-estate.js'
import { type PlantedFinding, plantedEdits } from '../../test/support/planted-edits.js'
import { compareEstate } from './compare-estate.js'
import { describeDrift } from './describe-drift.js'
import type { DriftFinding } from './drift-finding.js'

/** What a test compares: kind and effect by the name, which the edit gives by its end. */
function brief(findings: readonly DriftFinding[], planted: readonly PlantedFinding[]) {
  return findings.map(({ kind, subject, ...rest }) => ({
    kind,
    of: planted.find(({ of }) => subject.name.endsWith(of))?.of ?? subject.name,
    ...('effect' in rest && { effect: rest.effect }),
  }))
}

const driftOf = ({ example, edit }: (typeof plantedEdits)[number]) => {
  const estate = exampleEstate(example)
  return compareEstate(estate, edit(observedFrom(estate))).findings
}

describe('an estate that nobody touched', () => {
  it.each(['startup-5', 'medium-10', 'inline-policies', 'permissions-boundary'])(
    '%s has no drift',
    (name) => {
      const estate = exampleEstate(name)
      expect(compareEstate(estate, observedFrom(estate)).findings).toEqual([])
    },
  )
})

describe('an edit behind the back of the tool is found, and nothing else', () => {
  it('comes in more than thirty sorts', () => expect(plantedEdits.length).toBeGreaterThan(30))

  it.each(plantedEdits.map((planted) => [planted.name, planted] as const))('%s', (_name, planted) => {
    const { findings } = planted
    const found = brief(driftOf(planted), findings)
    const missing = (one: PlantedFinding) => (one.effect ? one : { ...one, effect: expect.any(String) })
    expect(found).toHaveLength(findings.length)
    expect(found).toEqual(
      expect.arrayContaining(findings.map((one) => (one.kind === 'not-checked' ? one : missing(one)))),
    )
  })
})

describe('several edits at once', () => {
  it('are found as each alone', () => {
    const estate = exampleEstate('startup-5')
    const edits = plantedEdits.filter(
      ({ example, findings }) =>
        example === 'startup-5' && findings.every(({ kind }) => kind.startsWith('tag')),
    )
    const observed = edits.reduce((state, { edit }) => edit(state), observedFrom(estate))
    const kinds = compareEstate(estate, observed).findings.map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['tag-added', 'tag-changed', 'tag-removed'])
  })
})

describe('a finding holds old and new', () => {
  const findingOf = (name: string) => {
    const planted = plantedEdits.find((edit) => edit.name === name)
    if (!planted) throw new Error(name)
    return driftOf(planted)[0]
  }

  it('as whole statements', () => {
    const finding = findingOf('a statement reaches every resource')
    const role = 'arn:aws:iam::111122223333:role/techcorp-prod-a001-role-aml-engineer'
    const written = { Sid: 'MayAssumeRoles', Effect: 'Allow', Action: ['sts:AssumeRole'] }
    expect(finding).toMatchObject({
      gained: [{ ...written, Resource: '*' }],
      lost: [{ ...written, Resource: [role] }],
      versionId: 'v2',
    })
  })

  it('as values', () =>
    expect(findingOf('sessions become longer')).toMatchObject({ expected: 3600, found: 43_200 }))

  it('with the unique ids of deleted principals', () =>
    expect(findingOf('a trusted principal is deleted, and IAM shows its unique id')).toMatchObject({
      deletedPrincipalIds: ['AROAEXAMPLE1234567890'],
    }))
})

describe('a finding about a policy', () => {
  const estate = exampleEstate('startup-5')
  const observed = observedFrom(estate)
  const [policy, ...rest] = observed.policies
  const findingsOf = (first: (typeof observed.policies)[number]) =>
    compareEstate(estate, { ...observed, policies: [first, ...rest] }).findings
  if (policy?.kind !== 'found') throw new Error('no policy')

  it('that is gone cannot tell what that means: its refusals go with it', () =>
    expect(findingsOf({ kind: 'missing', name: policy.name })).toMatchObject([
      { kind: 'missing', effect: 'other' },
    ]))

  it('names newer versions by their numbers, whatever the order of the answer', () => {
    const found = { ...policy.found, defaultVersionId: 'v9', versionIds: ['v11', 'v9', 'v10', 'v8'] }
    expect(findingsOf({ ...policy, found })).toMatchObject([
      { kind: 'newer-versions', newerVersionIds: ['v10', 'v11'] },
    ])
  })

  it('names whom it counts for in order, whatever the order of the answer', () => {
    const own = policy.found.attachedTo
    const attachedTo = {
      groups: [...own.groups, 'z', 'a'],
      roles: [...own.roles, 'z', 'a'],
      users: ['z', 'a'],
    }
    const found = { ...policy.found, document: { Statement: [] }, attachedTo }
    const changed = findingsOf({ ...policy, found }).find(({ kind }) => kind === 'changed-policy-document')
    expect(changed).toMatchObject({
      attachedTo: {
        groups: attachedTo.groups.toSorted(),
        roles: attachedTo.roles.toSorted(),
        users: ['a', 'z'],
      },
    })
  })
})

it('says each finding in one line of its own', () => {
  const lines = plantedEdits.flatMap((planted) => driftOf(planted).map((finding) => describeDrift(finding)))
  for (const { line, detail } of lines) {
    expect(line).toMatch(/^(group|role|policy) \S+ (has|lacks|is|was|does) .*[^.]$/)
    for (const text of [line, ...detail]) expect(text).not.toMatch(/undefined|\[object|\n/)
  }
})

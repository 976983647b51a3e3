import { externalIdsIn, type Observation, type ObservedEstate } from '@sec/common/iam'
import {
  compareEstate,
  type DriftDifference,
  describeDrift,
  handsOnly,
  isDifference,
  type ShownChanges,
} from '@sec/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { exampleEstate, observedFrom } from '../../packages/core/test/support/observed-estate.js'
import { type PlantedEdit, plantedEdits } from '../../packages/core/test/support/planted-edits.js'
import { deployExample, type ExampleLife } from './support/example-life.js'
import { carryOut, touchedBy } from './support/hands/carry-out.js'
import { iamOf } from './support/life.js'
import type { SecRun } from './support/run-sec.js'

/** Edits of the table that nobody can make by IAM's calls, and where they are tried instead. */
const notByHand: Readonly<Record<string, string>> = {
  'nobody may read a role': 'no edit: drift-silence.test.ts',
  'nobody looked at a group': 'no edit: a comparison that was given too little',
  'a document cannot be read': 'IAM keeps no such document',
  'AWS puts its tags on a role': 'every deployment does',
  'the default version is set back to an older one': 'needs an update before: drift.test.ts',
  'a version is prepared that is not the default': 'needs an update before: drift.test.ts',
  'older versions of a policy are left by updates': 'needs an update before: drift.test.ts',
}

interface Batch {
  readonly example: string
  readonly edits: PlantedEdit[]
  readonly touched: string[]
}

/** Edits of one example that touch nothing in common can be made on one estate. */
function batchesOf(all: readonly PlantedEdit[]): readonly Batch[] {
  const batches: Batch[] = []
  for (const edit of all) {
    const touched = touchedIn(observedFrom(exampleEstate(edit.example)), edit)
    const fits = batches.find(
      (batch) => batch.example === edit.example && !touched.some((name) => batch.touched.includes(name)),
    )
    if (!fits) batches.push({ example: edit.example, edits: [edit], touched: [...touched] })
    fits?.edits.push(edit)
    fits?.touched.push(...touched)
  }
  return batches
}

function touchedIn(observed: ObservedEstate, { edit }: PlantedEdit): readonly string[] {
  return touchedBy(observed, edit(observed))
}

/** Edits name policies of the account of the startup example. */
function inAccount<Value>(value: Value, { account }: ExampleLife): Value {
  const text = JSON.stringify(value)
  return JSON.parse(
    text.replaceAll('arn:aws:iam::111122223333:policy/', `arn:aws:iam::${account.accountId}:policy/`),
  ) as Value
}

const edits = plantedEdits.filter(({ name }) => notByHand[name] === undefined)

it('makes nearly every planted edit for real', () => {
  expect(edits.length + Object.keys(notByHand).length).toBe(plantedEdits.length)
  expect(edits.length).toBeGreaterThan(40)
})

describe.each(batchesOf(edits))('behind the stack of $example', ({ example, edits: batch }) => {
  let life: ExampleLife
  let after: ObservedEstate
  let before: SecRun
  let found: readonly DriftDifference[]
  let text: SecRun

  beforeAll(async () => {
    life = await deployExample(example)
    before = await life.run(['check-drift'])
    after = inAccount(
      batch.reduce((observed, { edit }) => edit(observed), life.observed),
      life,
    )
    await carryOut(iamOf(life), life.observed, after)
    found = await findingsNow(life)
    text = await life.run(['check-drift'])
  })

  it.each(batch)('$name', ({ edit, findings }) => {
    const touched = touchedBy(life.observed, inAccount(edit(life.observed), life)).map(nameIn)
    const ofIt = found.filter(({ subject }) => touched.includes(subject.name))
    expect(ofIt).toHaveLength(findings.length)
    for (const planted of findings)
      expect(ofIt).toContainEqual(
        expect.objectContaining({
          kind: planted.kind,
          subject: { type: expect.any(String), name: expect.stringMatching(new RegExp(`${planted.of}$`)) },
          ...(planted.effect && { effect: planted.effect }),
        }),
      )
  })

  it('nothing is found before, and nothing else after, in every statement and value', () => {
    expect([before.exitCode, before.out]).toEqual([0, expect.stringContaining('no drift')])
    const expected = hidden(compareEstate(life.estate, settled(after)).findings.filter(isDifference))
    expect(found.map(textOf).sort()).toEqual(expected.map(textOf).sort())
  })

  it('every finding is told in words', () => {
    expect(text.exitCode).toBe(found.length > 0 ? 4 : 0)
    for (const finding of found) {
      const { line, detail } = describeDrift(finding)
      for (const words of [line, ...detail]) expect(text.out).toContain(words)
    }
  })

  it('all of it is brought back, with old and new value, but for what only hands can undo', async () => {
    const shown = await life.run(['show-changes', '--revert-drift', '--format', 'json'])
    const { resources } = shown.json().changes as ShownChanges
    for (const { driftStatus, properties } of resources) {
      expect(driftStatus).toMatch(/^(MODIFIED|DELETED)$/)
      for (const property of properties)
        expect(Object.keys(property)).toEqual(expect.arrayContaining([expect.stringMatching(valueKey)]))
    }
    await life.must(['deploy', '--revert-drift', '--force'])
    const left = found.filter((finding) => handsOnly(finding) !== undefined)
    expect((await findingsNow(life)).map(textOf).sort()).toEqual(left.map(textOf).sort())
  })
})

const valueKey = /^(before|after|statements)$/

async function findingsNow(life: ExampleLife): Promise<readonly DriftDifference[]> {
  const { drift } = (await life.run(['check-drift', '--format', 'json'])).json()
  return (drift as { readonly findings: readonly DriftDifference[] }).findings
}

/** A policy counts for those who have it attached; an edit changes one side of that. */
function settled(observed: ObservedEstate): ObservedEstate {
  const holds = (list: readonly Observation<Holder>[], name: string, arn: string) => {
    const holder = list.find((one) => one.name === name)
    return !holder || (holder.kind === 'found' && holder.found.attachedPolicyArns.includes(arn))
  }
  const policies = observed.policies.map((policy) => {
    if (policy.kind !== 'found') return policy
    const { attachedTo, arn } = policy.found
    const groups = attachedTo.groups.filter((name) => holds(observed.groups, name, arn))
    const roles = attachedTo.roles.filter((name) => holds(observed.roles, name, arn))
    return { ...policy, found: { ...policy.found, attachedTo: { ...attachedTo, groups, roles } } }
  })
  return { ...observed, policies }
}

interface Holder {
  readonly attachedPolicyArns: readonly string[]
}

/** External ids are secrets: no result has them. */
function hidden(findings: readonly DriftDifference[]): readonly DriftDifference[] {
  const text = externalIdsIn(findings).reduce(
    (all, id) => all.replaceAll(id, '[hidden]'),
    JSON.stringify(findings),
  )
  return JSON.parse(text) as readonly DriftDifference[]
}

/** Policies are observed by ARN. */
function nameIn(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

function textOf(finding: DriftDifference): string {
  return JSON.stringify(finding, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

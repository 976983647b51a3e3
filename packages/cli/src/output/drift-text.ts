import { counted } from '@sec/common'
import { type DriftEffect, type DriftFinding, describeDrift } from '@sec/core'
import {
  type CloudFormationFinding,
  type Drift,
  driftEffects,
  effectOf,
  type FoundDrift,
} from '../aws/drift.js'
import { describeCounts, type EstateCounts } from './count-words.js'
import { section } from './section.js'
import { someOf } from './some-of.js'

const headings: Readonly<Record<DriftEffect, string>> = {
  wider: 'Wider access',
  other: 'Access that may differ',
  narrower: 'Narrower access',
  cosmetic: 'The same access',
}

/** What differs in lines for people: what makes access wider first, then expected and found. */
export function driftText({ findings, notChecked, cloudFormation }: Drift): string[] {
  const isBlind = findings.length > 0 && cloudFormation === 'IN_SYNC'
  return [
    ...driftEffects.flatMap((effect) =>
      section(headings[effect], findings.filter((found) => effectOf(found) === effect).flatMap(findingLines)),
    ),
    ...section('Not checked', notChecked.map(silenceLine)),
    ...(isBlind ? ["CloudFormation's own drift detection sees none of this: it says IN_SYNC"] : []),
  ]
}

/**
 * The whole in one line, which is all that some readers see: whether access is wider, and where.
 *
 * @param looked - How much was looked at.
 */
export function summarizeDrift(drift: Drift, looked: EstateCounts): string {
  const { findings, counts } = drift
  const unchecked = counts.notChecked > 0 ? `, ${counts.notChecked} not checked` : ''
  if (findings.length > 0)
    return `drift, ${accessWords(drift)} (${counted(findings.length, 'finding')}${unchecked})`
  return counts.notChecked > 0
    ? `no drift found${unchecked}`
    : `no drift; ${describeCounts(looked)} are as they were deployed`
}

function accessWords({ findings, counts }: Drift): string {
  const placesOf = (...effects: readonly DriftEffect[]) =>
    someOf([...new Set(findings.filter((found) => effects.includes(effectOf(found))).map(placeOf))])
  if (counts.wider > 0) return `access is wider: ${placesOf('wider')}`
  if (counts.other > 0) return `access may differ: ${placesOf('other')}`
  return `access is not wider: ${placesOf('narrower', 'cosmetic')}`
}

function placeOf(found: FoundDrift): string {
  return found.kind === 'cloudformation' ? found.name : `${found.subject.type} ${found.subject.name}`
}

function findingLines(found: FoundDrift): string[] {
  if (found.kind === 'cloudformation') return cloudFormationLines(found)
  const { line, detail } = describeDrift(found)
  return [line, ...detail.map((text) => `    ${text}${wayOf(found)}`)]
}

/** The action that does what the words ask for. */
function wayOf({ kind }: DriftFinding): string {
  return kind === 'changed-path' ? ', by deploy --revert-drift' : ''
}

function cloudFormationLines({ name, status, differences }: CloudFormationFinding): string[] {
  return [
    `${name} is ${status}, as CloudFormation alone sees it`,
    ...differences.map(({ path, expected, actual }) => `    ${path}: expected ${expected}, found ${actual}`),
  ]
}

function silenceLine(found: Drift['notChecked'][number]): string {
  if (found.kind === 'not-checked') return describeDrift(found).line
  return `${found.name} was not checked by CloudFormation: ${found.reason}`
}

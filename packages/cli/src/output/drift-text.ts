import { counted } from '@sec/common'
import { describeDrift } from '@sec/core'
import type { CloudFormationFinding, Drift } from '../aws/drift.js'

/** Every finding in lines for people: what differs, then expected and found. */
export function driftText({ findings, notChecked }: Drift): string[] {
  return [...findings.flatMap(findingLines), ...notChecked.map(silenceLine)]
}

/** The whole in one line. */
export function summarizeDrift({ findings, notChecked, cloudFormation }: Drift): string {
  const unchecked = notChecked.length > 0 ? `, ${notChecked.length} not checked` : ''
  const head = findings.length === 0 ? 'no drift' : `drift, ${counted(findings.length, 'finding')}`
  return `${head}${unchecked} (CloudFormation alone says ${cloudFormation})`
}

function findingLines(finding: Drift['findings'][number]): string[] {
  if (finding.kind === 'cloudformation') return cloudFormationLines(finding)
  const { line, detail } = describeDrift(finding)
  const effect = finding.effect === 'other' ? '' : ` (${finding.effect})`
  return [`${line}${effect}`, ...detail.map((text) => `    ${text}`)]
}

function cloudFormationLines({ name, status, differences }: CloudFormationFinding): string[] {
  return [
    `${name}: ${status} as CloudFormation sees it`,
    ...differences.map(({ path, expected, actual }) => `    ${path}: expected ${expected}, found ${actual}`),
  ]
}

function silenceLine(found: Drift['notChecked'][number]): string {
  if (found.kind === 'not-checked') return describeDrift(found).line
  return `${found.name}: not checked by CloudFormation (${found.reason})`
}

import type { DriftDifference } from '@sec/core'
import type { Life } from './life.js'
import type { SecRun, SecWorld } from './run-sec.js'

/** The field `drift` of the JSON document, as much of it as tests look at. */
export interface FoundDrift {
  readonly cloudFormation: string
  readonly counts: Readonly<Record<string, number>>
  readonly findings: readonly (DriftDifference & { readonly name?: string })[]
  readonly notChecked: readonly {
    readonly kind: string
    readonly reason: string
    readonly name?: string
    readonly subject?: { readonly name: string }
  }[]
}

/** What check-drift says to scripts and to people. */
export interface CheckedDrift {
  readonly exitCode: number
  readonly drift: FoundDrift
  /** `kind of name, effect`, in the order of the findings; without the prefix that all names have. */
  readonly found: readonly string[]
  readonly issues: readonly string[]
  /** The text on stdout and on stderr. */
  readonly text: SecRun
}

/** Runs check-drift twice, for scripts and for people; both have to end alike. */
export async function checkDrift(
  life: Life,
  args: readonly string[] = [],
  change: Partial<SecWorld> = {},
): Promise<CheckedDrift> {
  const run = await life.run(['check-drift', '--format', 'json', ...args], change)
  const text = await life.run(['check-drift', ...args], change)
  if (run.exitCode !== text.exitCode) throw new Error(`${run.exitCode} and ${text.exitCode}: ${text.err}`)
  const { drift, issues } = run.json() as unknown as {
    readonly drift: FoundDrift
    readonly issues: readonly { readonly code: string }[]
  }
  const shortName = (name: string) => name.replace(`${life.prefix}-`, '')
  const found = drift.findings.map(
    ({ kind, subject, effect, name }) => `${kind} of ${shortName(subject?.name ?? name ?? '')}, ${effect}`,
  )
  return { exitCode: run.exitCode, drift, found, issues: issues.map(({ code }) => code), text }
}

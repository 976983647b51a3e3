import { expect, it } from 'vitest'
import { acceptedFindings, type Finding, notOccurring, unaccepted } from './findings.js'

/** Findings of one checker, by the name of what was checked. */
export type FindingsByName = ReadonlyMap<string, readonly Finding[]>

/**
 * Tests that a checker finds nothing in what we generate but what docs/findings.md accepts, and that it still finds
 * all of that.
 *
 * @param judge - Called once, by the first test that runs.
 */
export function itFindsNothingElse(
  checker: string,
  names: readonly string[],
  judge: () => Promise<FindingsByName>,
) {
  const rows = acceptedFindings(checker)
  let answer: Promise<FindingsByName> | undefined
  const findings = () => {
    answer ??= judge().then((found) => onlyOf(names, found))
    return answer
  }
  it.each(names)('%s', async (name) => {
    expect(unaccepted((await findings()).get(name) ?? [], rows)).toEqual([])
  })
  if (rows.length === 0) return
  it.each(rows)('still says what line $line of docs/findings.md accepts', async (row) => {
    expect(notOccurring([...(await findings()).values()].flat(), row)).toEqual([])
  })
}

/** A finding about something that no test is named after would be lost. */
function onlyOf(names: readonly string[], findings: FindingsByName): FindingsByName {
  const lost = [...findings.keys()].filter((name) => !names.includes(name))
  if (lost.length > 0) throw new Error(`findings about ${lost.join(', ')}, which nobody asked for`)
  return findings
}

/** Groups findings by what was checked. */
export function byName<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  toFinding: (item: Item) => Finding,
) {
  const result = new Map<string, Finding[]>()
  for (const item of items) result.set(nameOf(item), [...(result.get(nameOf(item)) ?? []), toFinding(item)])
  return result
}

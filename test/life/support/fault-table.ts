import { describe, expect, it } from 'vitest'
import { type FaultCase, faultCases, runFaultCase, type ScenarioName } from './fault-cases.js'

/**
 * Declares the table of faults of some scenarios: every AWS call of a normal run, with every fault. The last line of
 * the table says how many cases it has.
 *
 * @param fewest - How many they are at least: fewer would mean that calls are no longer seen.
 */
export async function declareFaultTable(
  fewest: number,
  ...scenarios: readonly ScenarioName[]
): Promise<void> {
  const cases = await faultCases(scenarios)

  describe.concurrent('an action that meets a fault', { timeout: 120_000 }, () => {
    for (const each of cases)
      it(nameOf(each), async () => {
        expect(await runFaultCase(each)).toEqual([])
      })
  })

  describe('the table of faults', () => {
    it(`has ${cases.length} cases`, () => {
      expect(cases.length).toBeGreaterThanOrEqual(fewest)
    })
  })
}

function nameOf({ scenario, n, call, fault }: FaultCase): string {
  return `${scenario}, call ${n} ${call}: ${fault}`
}

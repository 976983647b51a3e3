import { type DriftEffect, type EstateDrift, isDifference } from './drift-finding.js'

/** How many findings there are of each sort. */
export interface DriftCount extends Readonly<Record<DriftEffect, number>> {
  /** Differences of every effect. */
  readonly differences: number
  /** What nobody could compare; no difference. */
  readonly notChecked: number
}

export function countDrift({ findings }: EstateDrift): DriftCount {
  const differences = findings.filter(isDifference)
  const countOf = (effect: DriftEffect) =>
    differences.filter((difference) => difference.effect === effect).length
  return {
    differences: differences.length,
    wider: countOf('wider'),
    narrower: countOf('narrower'),
    cosmetic: countOf('cosmetic'),
    other: countOf('other'),
    notChecked: findings.length - differences.length,
  }
}

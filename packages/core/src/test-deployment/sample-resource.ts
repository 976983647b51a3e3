import { patternCovers } from '../documents/pattern.js'
import type { ArnPlace } from '../names/arns.js'

/** Where the things of an estate are. */
export interface SamplePlace extends ArnPlace {
  readonly region: string
}

/**
 * One resource that a pattern fits: wildcards become the region and account of the estate where an ARN holds these,
 * and sample words elsewhere.
 *
 * @returns `*` for itself. Undefined where nobody can say: with variables, and for patterns over services or places.
 */
export function sampleResource(pattern: string, place: SamplePlace): string | undefined {
  if (pattern === '*') return pattern
  const [arn, partition = '', service = '', region = '', account = '', ...rest] = pattern.split(':')
  if (arn !== 'arn' || rest.length === 0 || isPattern(service) || pattern.includes('${')) return undefined
  const sample = [
    arn,
    isPattern(partition) ? place.partition : partition,
    service,
    isPattern(region) ? place.region : region,
    isPattern(account) ? place.accountId : account,
    sampleText(rest.join(':')),
  ].join(':')
  return patternCovers(pattern, sample) ? sample : undefined
}

/** A text that a pattern fits. */
export function sampleText(pattern: string): string {
  return pattern.replace(/\*+/g, 'sample').replaceAll('?', 'x')
}

export function isPattern(text: string): boolean {
  return /[*?]/.test(text)
}

import { median } from './median.mjs'

/**
 * Measures two things side by side. In each pair both run once, in turns the one or the other first, so that whatever
 * else the machine does meets both alike.
 *
 * @param subject - Runs once and returns what it took; any unit, the same for both.
 * @param base - What it is compared with.
 * @param pairs - How many, after one that does not count.
 * @returns The median of the ratios of the pairs, and the median of each side.
 */
export async function measurePairs(subject, base, pairs) {
  const measured = []
  for (let index = 0; index <= pairs; index += 1)
    measured.push(await measurePair(subject, base, index % 2 === 1))
  const counted = measured.slice(1)
  return {
    ratio: median(counted.map((pair) => pair.subject / pair.base)),
    subject: median(counted.map((pair) => pair.subject)),
    base: median(counted.map((pair) => pair.base)),
  }
}

async function measurePair(subject, base, isBaseFirst) {
  if (!isBaseFirst) return { subject: await subject(), base: await base() }
  const first = await base()
  return { subject: await subject(), base: first }
}

/** Milliseconds that some work takes. */
export async function millisecondsOf(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

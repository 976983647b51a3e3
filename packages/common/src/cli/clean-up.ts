import type { CliContext } from './context.js'
import { errorOf, runIssueKinds } from './run-issues.js'

/**
 * Does what must be done after an interruption or a failure, under a fresh signal: that of the run may be aborted.
 *
 * @param limitMs - After so long the signal is aborted and the work is given up.
 * @throws `CLEAN_UP_LIMIT`, or what the work throws.
 */
export async function cleanUp<Result>(
  limitMs: number,
  { sleep }: Pick<CliContext, 'sleep'>,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController()
  const ended = new AbortController()
  const late = errorOf('aws', runIssueKinds, 'CLEAN_UP_LIMIT', { limitSeconds: Math.round(limitMs / 1000) })
  const limited = sleep(limitMs, ended.signal).then(() => {
    limit.abort(late)
    throw late
  })
  try {
    // Work that takes no notice of its signal is not waited for either.
    return await Promise.race([work(limit.signal), limited])
  } catch (error) {
    throw limit.signal.aborted ? late : error
  } finally {
    limited.catch(() => undefined)
    ended.abort()
  }
}

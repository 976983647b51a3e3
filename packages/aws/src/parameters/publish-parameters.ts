import { isProvisionerError } from '@sec/common'
import { awsError } from '../issues/aws-error.js'
import { storeIssueKinds } from '../issues/store-issues.js'
import type { ParameterApi } from '../ports.js'
import type { Waiting } from '../waiting.js'
import type { ParameterPlan, ParameterWrite } from './plan-parameters.js'

/** What every parameter carries beside its value. */
export interface ParameterTraits {
  readonly description: string
  /**
   * Put on what is written. A parameter whose value stays keeps the tags that it has: to read them would take a
   * call for each, in every deployment.
   */
  readonly tags: Readonly<Record<string, string>>
}

/** How far a publication has come. */
export interface ParameterProgress {
  readonly name: string
  /** Of the values to write. */
  readonly written: number
  readonly wanted: number
}

/**
 * Carries out a plan: values first and one after the other, then what is stale is removed, so that a reader never
 * misses a value that has a successor. SSM's rate is kept by the API's own retries, not by waiting here.
 *
 * @param waiting - Its signal stops before the next call.
 * @throws `PARAMETERS_UNFINISHED` with the cause; the signal's reason where it was aborted.
 */
export async function publishParameters(
  api: Pick<ParameterApi, 'putParameter' | 'deleteParameters'>,
  plan: ParameterPlan,
  traits: ParameterTraits,
  waiting: Pick<Waiting, 'signal'>,
  onWritten: (progress: ParameterProgress) => void = () => undefined,
): Promise<void> {
  let made = 0
  const next = async (call: () => Promise<void>, changes: number): Promise<void> => {
    waiting.signal.throwIfAborted()
    await call().catch((cause) =>
      Promise.reject(waiting.signal.aborted ? cause : unfinished(plan, made, cause)),
    )
    made += changes
  }
  for (const parameter of plan.write) {
    await next(() => api.putParameter(withTraits(parameter, traits)), 1)
    onWritten({ name: parameter.name, written: made, wanted: plan.write.length })
  }
  if (plan.remove.length > 0) await next(() => api.deleteParameters(plan.remove), plan.remove.length)
}

function withTraits({ name, value, exists }: ParameterWrite, { description, tags }: ParameterTraits) {
  return { name, value, exists, description, tags }
}

function unfinished({ path, write, remove }: ParameterPlan, made: number, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const wanted = write.length + remove.length
  const advice = isProvisionerError(cause) ? cause.hint : ''
  return awsError(storeIssueKinds, 'PARAMETERS_UNFINISHED', { made, wanted, path, reason, advice }, { cause })
}

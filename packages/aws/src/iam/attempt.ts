import { isProvisionerError } from '@sec/common'

/** What became of something that may fail by itself without ending the whole. */
export type Attempt<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly reason: string }

/** Failures of one call, which the next call need not share. All others, such as expired credentials, end the run. */
const failuresOfOneCall: ReadonlySet<string> = new Set([
  'AWS_DENIED',
  'AWS_QUOTA_FULL',
  'AWS_REFUSED',
  'AWS_THROTTLED',
  'AWS_TIMEOUT',
  'AWS_UNAVAILABLE',
  'AWS_UNSUPPORTED',
])

/** Tries something; a failure that is its own is an answer, with its reason. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { kind: 'done', value: await work() }
  } catch (error) {
    if (!isProvisionerError(error) || !failuresOfOneCall.has(error.code)) throw error
    return { kind: 'failed', reason: error.message }
  }
}

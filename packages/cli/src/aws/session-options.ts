import type { CallRecord, SessionOptions, Waiting } from '@sec/aws'
import type { ActionContext } from '@sec/common/cli'
import type { SecModel } from '@sec/core'
import type { AwsOptions } from './aws-options.js'

/** What the clients of one run are made of: the config's region, the flags, and the context's clock. */
export function sessionOptions(
  { profile, endpointUrl }: AwsOptions,
  { env, output }: ActionContext,
  { identity }: SecModel,
  waiting: Waiting,
): SessionOptions {
  return {
    region: identity.region,
    env,
    waiting,
    ...(profile !== undefined && { profile }),
    ...(endpointUrl !== undefined && { endpointUrl }),
    onCall: (record) => output.detail(describeCall(record)),
    onRetry: ({ call, delayMs, reason }) =>
      output.detail(`${call} is repeated in ${(delayMs / 1000).toFixed(1)} s: ${reason}`),
  }
}

function describeCall({ call, durationMs, requestId, attempts, errorCode }: CallRecord): string {
  const tries = attempts > 1 ? `, ${attempts} attempts` : ''
  const end = errorCode === undefined ? '' : `, ${errorCode}`
  return `${call} ${Math.round(durationMs)} ms${tries}${end}, request ${requestId || 'unknown'}`
}

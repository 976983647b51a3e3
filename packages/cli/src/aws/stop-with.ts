import {
  type ExitCode,
  exitCodeOf,
  type IssueKinds,
  isProvisionerError,
  type ProvisionerError,
} from '@sec/common'
import { withOwnAdvice } from './own-advice.js'
import type { AwsRun } from './run.js'
import { Stopped } from './stop.js'

/** What the config's template bucket is at fault for. */
const bucketCodes: readonly string[] = [
  'AWS_BUCKET_ELSEWHERE',
  'AWS_BUCKET_MISSING',
  'AWS_BUCKET_OWNER',
  'BUCKET_NAME_FORM',
  'BUCKET_PARAMETER_MISSING',
  'DEPLOY_NEEDS_BUCKET',
]

/**
 * Where every error of an action passes: AWS's faults get SEC's advice, those of the bucket the config's line as well.
 *
 * @returns The exit code where all has been said.
 * @throws What is still to be said.
 */
export async function stopWith(run: AwsRun, error: unknown): Promise<ExitCode> {
  if (error instanceof Stopped) return error.exitCode
  if (!isProvisionerError(error)) throw error
  const own = withOwnAdvice(error)
  if (!bucketCodes.includes(own.code) || run.context.signal.aborted) throw own
  await showAtBucket(run, own)
  return exitCodeOf(own)
}

async function showAtBucket({ estate, context }: AwsRun, error: ProvisionerError): Promise<void> {
  const { code, message, hint } = error
  const kinds: IssueKinds = {
    [code]: { severity: 'error', meaning: message, message: () => message, hint: () => hint, sample: {} },
  }
  const path = ['deployment', 'template_bucket']
  await estate.show([{ code, severity: 'error', path, anchor: 'value', args: {} }], kinds)
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    for (const line of (cause.stack ?? cause.message).split('\n')) context.log.write('DEBUG', line)
}

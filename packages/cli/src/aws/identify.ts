import { type CallerIdentity, checkAccount, environmentKeysWarning } from '@sec/aws'
import type { AwsRun } from './run.js'

/** Who calls; stops the action where the account is not the config's. */
export async function identify(run: AwsRun): Promise<CallerIdentity> {
  const { context, aws, model } = run
  if (environmentKeysWarning(context.env) && aws.session.profile === undefined)
    context.output.note(
      'warning  keys come from environment variables; a profile or SSO keeps them out of the shell',
    )
  const caller = await checkAccount(aws.identity, model.identity.accountId)
  context.output.detail(`account ${caller.accountId}, as ${caller.arn}`)
  return caller
}

/** The last part of the caller's ARN: what a person recognises. */
export function callerName({ arn }: CallerIdentity): string {
  return arn.split(/[:/]/).at(-1) ?? arn
}

import { checkAccountQuotas, quotaIssue, readQuotas } from '@sec/aws/iam'
import { documentCharacters } from '@sec/common/iam'
import { type Deployed, estateIn } from './deployed.js'
import type { AwsRun } from './run.js'
import { stopFor } from './stop.js'
import { whereSupported } from './where-supported.js'

/** Whether the account's IAM quotas have room for what is to be added. */
export async function checkRoom(
  run: AwsRun,
  { template, stack }: Pick<Deployed, 'template' | 'stack'>,
): Promise<void> {
  const after = estateIn(run, run.template, {})
  const before = template && estateIn(run, template, stack?.tags ?? {})
  const undone = "the room that is left in IAM's quotas was not checked"
  const quotas = await whereSupported(run, undone, () => readQuotas(run.iam))
  if (!quotas) return
  const faults = checkAccountQuotas(quotas, {
    groups: after.groups.length - (before?.groups.length ?? 0),
    roles: after.roles.length - (before?.roles.length ?? 0),
    policies: after.policies.length - (before?.policies.length ?? 0),
    mostAttachedPerRole: most(after.roles.map(({ attachedPolicyArns }) => attachedPolicyArns.length)),
    largestTrustPolicyCharacters: most(after.roles.map(({ trustPolicy }) => documentCharacters(trustPolicy))),
  })
  await stopFor(run, faults.map(quotaIssue))
}

function most(counts: readonly number[]): number {
  return Math.max(0, ...counts)
}

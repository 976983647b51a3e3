import type { InlinePolicy } from '@sec/common/iam'

/** One after the other; those that went since they were listed are left out. */
export async function readInlinePolicies(
  names: readonly string[],
  read: (name: string) => Promise<InlinePolicy | undefined>,
): Promise<readonly InlinePolicy[]> {
  const policies: InlinePolicy[] = []
  for (const name of names) {
    const policy = await read(name)
    if (policy !== undefined) policies.push(policy)
  }
  return policies
}

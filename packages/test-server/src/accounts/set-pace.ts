/**
 * Makes CloudFormation take its time in one account, so that a stack can be seen at work, and interrupted.
 *
 * @param resourceMs - Milliseconds for each resource; 0 is as fast as it can.
 */
export async function setPace(endpointUrl: string, accountId: string, resourceMs: number): Promise<void> {
  await fetch(`${endpointUrl}/_test/pace?account=${accountId}&ms=${resourceMs}`, { method: 'POST' })
}

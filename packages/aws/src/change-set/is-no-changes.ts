/**
 * CloudFormation fails a change set that would change nothing, and says so in several wordings.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets-create.html | Change sets without changes}
 */
const wordings =
  /didn['’]t contain changes|no updates are to be performed|no changes to (be )?(deploy|perform)/i

/** True when the reason of a failed change set says that there is nothing to change. */
export function isNoChanges(reason: string): boolean {
  return wordings.test(reason)
}

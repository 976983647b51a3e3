/** The stack that a resource belongs to, as CloudFormation's own tags tell. */
export interface OwningStack {
  readonly kind: 'stack'
  readonly stackId: string
  readonly stackName: string
  readonly region: string
}

const stackArn = /^arn:[^:]+:cloudformation:([^:]+):\d{12}:stack\/([^/]+)\/[^/]+$/

/**
 * Reads the stack's ARN out of `aws:cloudformation:stack-id`, which nobody but CloudFormation can set.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html | Tags}
 */
export function stackOfTags(tags: Readonly<Record<string, string>>): OwningStack | undefined {
  const stackId = tags['aws:cloudformation:stack-id'] ?? ''
  const [, region, stackName] = stackArn.exec(stackId) ?? []
  if (region === undefined || stackName === undefined) return undefined
  return { kind: 'stack', stackId, stackName, region }
}

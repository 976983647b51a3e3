import { type AwsCall, calls, type ResourceKind } from './aws-call.js'

/** The account that answers must be the config's; this call is open to everybody. */
export const identify: readonly AwsCall[] = calls(
  { on: 'nothing' },
  { 'sts:GetCallerIdentity': 'makes sure that the credentials belong to the account of the config' },
)

export const describeStack = (on: ResourceKind): readonly AwsCall[] =>
  calls(
    { on },
    { 'cloudformation:DescribeStacks': 'reads whether the stack exists, its state and its outputs' },
  )

/** One look at what would change, and nothing left of it. */
export const changeSet = (on: ResourceKind): readonly AwsCall[] => [
  ...calls(
    { on },
    {
      'cloudformation:CreateChangeSet': 'asks CloudFormation what a deployment would change',
      'cloudformation:DeleteChangeSet': 'removes a change set that is not executed, also one that failed',
      'cloudformation:DescribeChangeSet': 'reads the changes, page by page',
      'cloudformation:DescribeEvents': 'reads why CloudFormation refused a change set or an operation',
      'cloudformation:DeleteStack': 'removes the empty stack that a first change set leaves',
    },
  ),
  ...calls(
    { on: 'change-set' },
    { 'cloudformation:DescribeEvents': 'reads what the early validation of a change set found' },
  ),
  ...calls(
    { on, by: 'cloudformation' },
    { 'cloudformation:TagResource': 'puts the tags of the config on the stack' },
  ),
]

/** Stacks by name: the same estate under another tier. */
export const findOtherStacks: readonly AwsCall[] = calls(
  { on: 'any' },
  { 'cloudformation:ListStacks': 'finds another stack that holds the same estate' },
)

/** Stacks by name: leftovers of test deployments. */
export const findTestStacks: readonly AwsCall[] = calls(
  { on: 'any' },
  { 'cloudformation:ListStacks': 'finds what interrupted test deployments left' },
)

/** A stack whose creation failed can only be deleted. */
export const deleteRemains: readonly AwsCall[] = calls(
  { on: 'stack' },
  { 'cloudformation:DeleteStack': 'deletes what a failed creation left' },
)

export const deleteTestStack: readonly AwsCall[] = calls(
  { on: 'test-stack' },
  { 'cloudformation:DeleteStack': 'deletes the stack of a test deployment' },
)

/** Another operation is left alone, and named. */
export const nameOperator: readonly AwsCall[] = calls(
  { on: 'stack' },
  { 'cloudformation:DescribeStackEvents': 'reads who is at work on the stack' },
)

/** What is deployed, for actions that change nothing in it. */
export const readTemplate: readonly AwsCall[] = calls(
  { on: 'stack' },
  { 'cloudformation:GetTemplate': 'reads the deployed template, which says what the stack made' },
)

/** A run removes its change set, whose id it may not know after an interruption. */
export const findChangeSets = (on: ResourceKind): readonly AwsCall[] =>
  calls(
    { on },
    {
      'cloudformation:ListChangeSets': "finds the run's change set by its name, and those of others",
    },
  )

export const deployedStack: readonly AwsCall[] = [
  ...calls(
    { on: 'stack' },
    {
      'cloudformation:GetTemplate': 'reads the deployed template, for old values and what will go',
    },
  ),
  ...findChangeSets('stack'),
  ...findOtherStacks,
]

/** Before an operation is asked for: what happened earlier must not be taken for it. */
export const markEvents = (on: ResourceKind): readonly AwsCall[] =>
  calls(
    { on },
    {
      'cloudformation:DescribeStackEvents':
        'remembers the newest event, to tell those of the operation from earlier ones',
    },
  )

export const execute = (on: ResourceKind): readonly AwsCall[] =>
  calls(
    { on },
    {
      'cloudformation:DescribeStackEvents': 'follows the operation, resource by resource',
      'cloudformation:ExecuteChangeSet': 'carries the changes out',
    },
  )

export const accountQuotas: readonly AwsCall[] = calls(
  { on: 'any' },
  { 'iam:GetAccountSummary': "reads the account's IAM quotas and how much of them is used" },
)

export const updateStack: readonly AwsCall[] = [
  ...calls(
    { on: 'stack' },
    {
      'cloudformation:ContinueUpdateRollback': 'leads a stack out of UPDATE_ROLLBACK_FAILED',
      'cloudformation:UpdateTerminationProtection':
        'sets the termination protection that the config asks for',
    },
  ),
  ...calls(
    { on: 'stack', by: 'cloudformation' },
    { 'cloudformation:UntagResource': 'takes tags off the stack that the config no longer has' },
  ),
]

export const deleteStack: readonly AwsCall[] = calls(
  { on: 'stack' },
  {
    'cloudformation:DeleteStack': 'deletes the stack',
    'cloudformation:DescribeEvents': 'reads why a deletion failed',
    'cloudformation:DescribeStackEvents': 'follows the deletion, resource by resource',
    'cloudformation:ListStackResources': 'says what will go',
  },
)

export const detectDrift: readonly AwsCall[] = [
  ...calls(
    { on: 'stack' },
    {
      'cloudformation:DescribeStackResourceDrifts': 'reads what differs, property by property',
      'cloudformation:DetectStackDrift': 'starts the comparison of the stack with its template',
    },
  ),
  ...calls({ on: 'any' }, { 'cloudformation:DescribeStackDriftDetectionStatus': 'waits for the comparison' }),
  ...calls(
    { on: 'any', by: 'cloudformation' },
    { 'cloudformation:BatchDescribeTypeConfigurations': 'looks up how the resource types are configured' },
  ),
]

/** The service role of the config, where it has one: CloudFormation then acts as it and not as the caller. */
export const passServiceRole: readonly AwsCall[] = calls(
  { on: 'service-role', by: 'cloudformation', needs: ['service-role'] },
  { 'iam:PassRole': 'hands the service role of the config to CloudFormation' },
)

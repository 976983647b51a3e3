import {
  DeleteChangeSetCommand,
  ListChangeSetsCommand,
  ListStacksCommand,
} from '@aws-sdk/client-cloudformation'
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateGroupCommand,
  CreatePolicyVersionCommand,
  DeleteGroupCommand,
  DeletePolicyCommand,
  DetachGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import type { AwsAction } from '@sec/core'
import { anyPolicy, changeSetByHand, createByHand, templateOf } from './by-hand.js'
import { iamOf, type Life, region } from './life.js'
import { type EstateName, operatorConfig, type Variant } from './operator-configs.js'
import { until, untilStatus } from './until.js'

/** One run of an action, in a situation in which it makes calls that others do not. */
export interface OperatorScenario {
  readonly name: string
  readonly action: AwsAction
  readonly estate: EstateName
  /** The config at the run: the usual one, where nothing is said. */
  readonly variant?: Variant
  /** The config whose policy the operator holds: the usual one, where nothing is said. */
  readonly policyOf?: Variant
  /** What the root has deployed before; nothing, where nothing is said. */
  readonly before?: Variant
  /** What else has happened before. */
  readonly byHand?: (life: Life) => Promise<void>
  /** Flags of the run. */
  readonly flags?: readonly string[]
  /** The root's run before the one that is looked at. */
  readonly rootRuns?: readonly string[]
  /** What somebody else does when the run makes a call of this name for the first time. */
  readonly during?: { readonly call: string; readonly byHand: (life: Life) => Promise<void> }
  /** True where the question is answered with no. */
  readonly declines?: boolean
  /** How much later than everything before it the run is, in hours. */
  readonly hoursLater?: number
  /** How the run ends when nothing is refused: 0, where nothing is said. */
  readonly exitCode?: number
}

export const operatorScenarios: readonly OperatorScenario[] = [
  { name: 'a first look', action: 'show-changes', estate: 'managed' },
  {
    name: 'a look after an interrupted one',
    action: 'show-changes',
    estate: 'managed',
    byHand: async (life) => changeSetByHand(life, await templateOf(life), 'CREATE'),
  },
  {
    name: 'a look at a stack from which something goes',
    action: 'show-changes',
    estate: 'managed',
    before: 'usual',
    variant: 'smaller',
  },
  { name: 'a look through the bucket', action: 'show-changes', estate: 'inline' },
  {
    name: 'a look at a stack that somebody works on',
    action: 'show-changes',
    estate: 'managed',
    byHand: startCreation,
    exitCode: 1,
  },
  {
    name: 'a look whose change set fails',
    action: 'show-changes',
    estate: 'managed',
    during: { call: 'cloudformation:DescribeChangeSet', byHand: deleteChangeSets },
    exitCode: 1,
  },
  { name: 'a creation', action: 'deploy', estate: 'managed' },
  {
    name: 'a creation after one that failed',
    action: 'deploy',
    estate: 'managed',
    before: 'faulty',
  },
  {
    name: 'a creation that fails',
    action: 'deploy',
    estate: 'managed',
    byHand: removeBoundary,
    exitCode: 1,
  },
  {
    name: 'an update of everything',
    action: 'deploy',
    estate: 'managed',
    before: 'other',
    byHand: changeParameters,
  },
  {
    name: 'an update of everything that is declined',
    action: 'deploy',
    estate: 'inline',
    before: 'other',
    declines: true,
    exitCode: 3,
  },
  {
    name: 'an update that takes foreign policies off',
    action: 'deploy',
    flags: ['--revert-drift'],
    estate: 'managed',
    before: 'other',
    // Later than CloudFormation looks: what it takes off by itself is not left for the run.
    during: { call: 'ssm:GetParametersByPath', byHand: addForeignPolicies },
  },
  {
    name: 'a rollback that got stuck',
    action: 'deploy',
    estate: 'managed',
    before: 'other',
    variant: 'other',
    policyOf: 'other',
    byHand: getStuck,
  },
  {
    name: 'an update that takes something out',
    action: 'deploy',
    estate: 'managed',
    before: 'usual',
    variant: 'smaller',
  },
  {
    name: 'termination protection alone',
    action: 'deploy',
    estate: 'managed',
    before: 'usual',
    variant: 'protected',
  },
  { name: 'a creation through the bucket', action: 'deploy', estate: 'inline' },
  { name: 'an update of inline policies', action: 'deploy', estate: 'inline', before: 'other' },
  { name: 'a creation with a service role', action: 'deploy', estate: 'service-role' },
  // What cannot be looked at is told, and ends a check with --strict only.
  { name: 'a check', action: 'check-drift', estate: 'managed', flags: ['--strict'], before: 'usual' },
  {
    name: 'a check of a stack that somebody works on',
    action: 'check-drift',
    estate: 'managed',
    byHand: startCreation,
    exitCode: 1,
  },
  {
    name: 'a check of inline policies',
    action: 'check-drift',
    estate: 'inline',
    flags: ['--strict'],
    before: 'usual',
  },
  { name: 'a test', action: 'test-deploy', estate: 'managed' },
  {
    name: 'a test whose change set fails',
    action: 'test-deploy',
    estate: 'managed',
    during: { call: 'cloudformation:DescribeChangeSet', byHand: deleteChangeSets },
    exitCode: 1,
  },
  {
    name: 'a test that fails',
    action: 'test-deploy',
    estate: 'managed',
    byHand: removeBoundary,
    exitCode: 1,
  },
  { name: 'a test through the bucket', action: 'test-deploy', estate: 'inline' },
  { name: 'a test with a service role', action: 'test-deploy', estate: 'service-role' },
  {
    name: 'a test that finds the leftovers of another',
    action: 'test-deploy',
    estate: 'managed',
    rootRuns: ['test-deploy', '--keep', '--force'],
    hoursLater: 3,
  },
  {
    name: 'a deletion',
    action: 'delete-stack',
    estate: 'managed',
    before: 'usual',
    byHand: changePolicy,
  },
  {
    name: 'a deletion with foreign policies in the way',
    action: 'delete-stack',
    estate: 'managed',
    before: 'usual',
    byHand: addForeignPolicies,
  },
  {
    name: 'a deletion with a member in the way',
    action: 'delete-stack',
    estate: 'managed',
    before: 'usual',
    byHand: addMember,
    exitCode: 1,
  },
  {
    name: 'a deletion that fails',
    action: 'delete-stack',
    estate: 'managed',
    before: 'usual',
    during: { call: 'cloudformation:DeleteStack', byHand: addMember },
    exitCode: 1,
  },
  {
    name: 'a deletion with templates in the bucket',
    action: 'delete-stack',
    estate: 'inline',
    before: 'usual',
  },
  { name: 'a deletion with a service role', action: 'delete-stack', estate: 'service-role', before: 'usual' },
]

const group = ({ prefix }: Life) => `${prefix}-group-data-scientists`
const role = ({ prefix }: Life) => `${prefix}-role-glue-etl`

async function removeBoundary(life: Life): Promise<void> {
  const PolicyArn = `arn:aws:iam::${life.account.accountId}:policy/company-boundary`
  await iamOf(life).send(new DeletePolicyCommand({ PolicyArn }))
}

/** One that no output has any more, and one whose value is wrong. */
async function changeParameters({ account, stem }: Life): Promise<void> {
  for (const key of ['GroupThatIsGoneArn', 'GroupDataScientistsArn']) {
    const wrong = { Name: `/security/${stem}/${key}`, Value: 'x', Type: 'String' as const, Overwrite: true }
    await account.clients(region).ssm.send(new PutParameterCommand(wrong))
  }
}

/** The stack is at work for longer than the run takes. */
async function startCreation(life: Life): Promise<void> {
  await life.account.setPace(60_000)
  await createByHand(life, await templateOf(life))
}

async function deleteChangeSets({ account }: Life): Promise<void> {
  const { cloudformation } = account.clients(region)
  const { StackSummaries = [] } = await cloudformation.send(new ListStacksCommand({}))
  for (const { StackName } of StackSummaries) {
    const { Summaries = [] } = await cloudformation.send(new ListChangeSetsCommand({ StackName }))
    for (const { ChangeSetId } of Summaries)
      await cloudformation.send(new DeleteChangeSetCommand({ ChangeSetName: ChangeSetId }))
  }
}

/** A group is deleted between an update and its rollback, and made again after it. */
async function getStuck(life: Life): Promise<void> {
  const GroupName = group(life)
  const iam = iamOf(life)
  life.write(operatorConfig('managed', 'faulty', life.account.accountId))
  await life.account.setPace(300)
  const update = life.run(['deploy', '--force'])
  const attached = async () => {
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName }))
    return AttachedPolicies.map(({ PolicyArn = '' }) => PolicyArn)
  }
  await until('the group is changed', async () =>
    (await attached()).some((arn) => arn.endsWith('/ReadOnlyAccess')),
  )
  for (const PolicyArn of await attached())
    await iam.send(new DetachGroupPolicyCommand({ GroupName, PolicyArn }))
  await iam.send(new DeleteGroupCommand({ GroupName }))
  await update
  await life.account.setPace(0)
  await untilStatus(life, /^UPDATE_ROLLBACK_FAILED$/)
  await iam.send(new CreateGroupCommand({ GroupName }))
}

async function addMember(life: Life): Promise<void> {
  await life.account.createUser('ann')
  await iamOf(life).send(new AddUserToGroupCommand({ GroupName: group(life), UserName: 'ann' }))
}

/** A policy has a second version. */
async function changePolicy(life: Life): Promise<void> {
  const PolicyArn = `arn:aws:iam::${life.account.accountId}:policy/${life.prefix}-policy-role-glue-etl`
  await iamOf(life).send(
    new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: anyPolicy, SetAsDefault: true }),
  )
}

async function addForeignPolicies(life: Life): Promise<void> {
  const iam = iamOf(life)
  const PolicyArn = 'arn:aws:iam::aws:policy/SecurityAudit'
  const inline = { PolicyName: 'by-hand', PolicyDocument: anyPolicy }
  await iam.send(new AttachGroupPolicyCommand({ GroupName: group(life), PolicyArn }))
  await iam.send(new AttachRolePolicyCommand({ RoleName: role(life), PolicyArn }))
  await iam.send(new PutGroupPolicyCommand({ GroupName: group(life), ...inline }))
  await iam.send(new PutRolePolicyCommand({ RoleName: role(life), ...inline }))
}

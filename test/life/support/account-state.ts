import { ListChangeSetsCommand, ListStacksCommand } from '@aws-sdk/client-cloudformation'
import { ListGroupsCommand, ListPoliciesCommand, ListRolesCommand } from '@aws-sdk/client-iam'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { GetParametersByPathCommand } from '@aws-sdk/client-ssm'
import type { TestAccount } from '@sec/test-server'

/** Everything in an account that an action could leave. */
export interface AccountState {
  /** `name STATUS`, sorted; deleted ones are not there. */
  readonly stacks: readonly string[]
  readonly changeSets: readonly string[]
  readonly groups: readonly string[]
  readonly roles: readonly string[]
  readonly policies: readonly string[]
  readonly parameters: readonly string[]
  readonly objects: readonly string[]
}

const region = 'us-west-1'

/** Looks at an account through the server's own API, past the program. */
export async function stateOf(account: TestAccount, bucket?: string): Promise<AccountState> {
  const { cloudformation, iam, s3 } = account.clients(region)
  const [stacks, groups, roles, policies, parameters] = await Promise.all([
    cloudformation.send(new ListStacksCommand({})),
    iam.send(new ListGroupsCommand({})),
    iam.send(new ListRolesCommand({})),
    iam.send(new ListPoliciesCommand({ Scope: 'Local' })),
    allParameters(account),
  ])
  const there = (stacks.StackSummaries ?? []).filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE')
  const changeSets = await Promise.all(
    there.map(({ StackName }) => cloudformation.send(new ListChangeSetsCommand({ StackName }))),
  )
  const objects = bucket ? await s3.send(new ListObjectsV2Command({ Bucket: bucket })) : { Contents: [] }
  return {
    stacks: there.map(({ StackName, StackStatus }) => `${StackName} ${StackStatus}`).sort(),
    changeSets: changeSets
      .flatMap(({ Summaries }) => Summaries ?? [])
      .filter(({ ExecutionStatus }) => ExecutionStatus !== 'EXECUTE_COMPLETE')
      .map(({ ChangeSetName }) => ChangeSetName ?? '')
      .sort(),
    groups: (groups.Groups ?? []).map(({ GroupName }) => GroupName ?? '').sort(),
    roles: (roles.Roles ?? []).map(({ RoleName }) => RoleName ?? '').sort(),
    policies: (policies.Policies ?? []).map(({ PolicyName }) => PolicyName ?? '').sort(),
    parameters,
    objects: (objects.Contents ?? []).map(({ Key }) => Key ?? '').sort(),
  }
}

async function allParameters(account: TestAccount): Promise<readonly string[]> {
  const { ssm } = account.clients(region)
  const names: string[] = []
  for (let NextToken: string | undefined; ; ) {
    const page = await ssm.send(
      new GetParametersByPathCommand({ Path: '/', Recursive: true, ...(NextToken && { NextToken }) }),
    )
    names.push(...(page.Parameters ?? []).map(({ Name, Value }) => `${Name} = ${Value}`))
    NextToken = page.NextToken
    if (!NextToken) return names.sort()
  }
}

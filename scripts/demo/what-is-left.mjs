import { ListStacksCommand } from '@aws-sdk/client-cloudformation'
import { ListGroupsCommand, ListPoliciesCommand, ListRolesCommand } from '@aws-sdk/client-iam'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { GetParametersByPathCommand } from '@aws-sdk/client-ssm'
import { prefix, region } from './place.mjs'

/** Names of everything in the account that the program made and did not take away. */
export async function whatIsLeft({ account }) {
  const { cloudformation, iam, s3, ssm } = account.clients(region)
  const [stacks, groups, roles, policies, parameters, objects] = await Promise.all([
    cloudformation.send(new ListStacksCommand({})),
    iam.send(new ListGroupsCommand({})),
    iam.send(new ListRolesCommand({})),
    iam.send(new ListPoliciesCommand({ Scope: 'Local' })),
    ssm.send(new GetParametersByPathCommand({ Path: '/security/', Recursive: true })),
    s3.send(new ListObjectsV2Command({ Bucket: `${prefix}-templates` })),
  ])
  return [
    ...(stacks.StackSummaries ?? [])
      .filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE')
      .map(({ StackName }) => StackName),
    ...(groups.Groups ?? []).map(({ GroupName }) => GroupName),
    ...(roles.Roles ?? []).map(({ RoleName }) => RoleName),
    ...(policies.Policies ?? [])
      .map(({ PolicyName }) => PolicyName)
      .filter((name) => name.startsWith(prefix)),
    ...(parameters.Parameters ?? []).map(({ Name }) => Name),
    ...(objects.Contents ?? []).map(({ Key }) => Key),
  ]
}

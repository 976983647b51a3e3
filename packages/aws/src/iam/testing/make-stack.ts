import {
  type CloudFormationClient,
  CreateStackCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation'
import { trustPolicy } from './make-estate.js'

/** A stack with one role. */
export async function makeStackWithRole(
  cloudformation: CloudFormationClient,
  StackName: string,
  RoleName: string,
): Promise<string> {
  const Role = { Type: 'AWS::IAM::Role', Properties: { RoleName, AssumeRolePolicyDocument: trustPolicy } }
  const TemplateBody = JSON.stringify({ Resources: { Role } })
  const Capabilities = ['CAPABILITY_NAMED_IAM' as const]
  const { StackId = '' } = await cloudformation.send(
    new CreateStackCommand({ StackName, TemplateBody, Capabilities }),
  )
  const pace = { client: cloudformation, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }
  await waitUntilStackCreateComplete(pace, { StackName })
  return StackId
}

import { isAwsManagedPolicy } from '../aws-data/managed-policies.js'
import type { BuildContext } from './build-context.js'

/** The ARN of what a `managed_policies` list names: a policy of AWS by its name, any other by its ARN. */
export function managedPolicyArn(nameOrArn: string, { resolver }: BuildContext): string {
  return nameOrArn.startsWith('arn:') ? resolver.iamArn(nameOrArn) : awsPolicyArn(nameOrArn, resolver)
}

/** The ARN of a permissions boundary: a bare name is AWS's policy when the list has it, otherwise this account's. */
export function boundaryArn(nameOrArn: string, { resolver }: BuildContext): string {
  if (nameOrArn.startsWith('arn:')) return resolver.iamArn(nameOrArn)
  return isAwsManagedPolicy(nameOrArn)
    ? awsPolicyArn(nameOrArn, resolver)
    : resolver.text(`arn:\${partition}:iam::\${account_id}:policy/${nameOrArn}`)
}

function awsPolicyArn(name: string, resolver: BuildContext['resolver']): string {
  return resolver.text(`arn:\${partition}:iam::aws:policy/${name}`)
}

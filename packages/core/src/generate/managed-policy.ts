import type { PolicyModel, SecModel } from '../model/model.js'
import type { GenerateContext } from './context.js'
import { toPolicyDocument } from './policy-document.js'
import { rendered } from './references.js'
import type { Resource } from './template.js'

/**
 * Renders one customer managed policy. Description and path cannot be changed later: the first is constant,
 * the second is not set.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-managedpolicy.html | AWS::IAM::ManagedPolicy}
 */
export function generateManagedPolicy(
  policy: PolicyModel,
  owner: ReturnType<typeof ownersOf>,
  context: GenerateContext,
): Resource<'AWS::IAM::ManagedPolicy'> {
  const kind = policy.kind === 'own' ? owner.get(policy.path.join('/')) : undefined
  const render = kind === undefined ? context.render : context.renderOwnOf(kind)
  return {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      ManagedPolicyName: policy.policyName,
      Description: policy.description,
      PolicyDocument: rendered(toPolicyDocument(policy.statements), render),
    },
  }
}

/** Whose own statements stand at a config path: a group, or a role of some kind. */
export function ownersOf({ groups, roles }: SecModel) {
  return new Map([
    ...groups.map(({ path }) => [path.join('/'), 'group'] as const),
    ...roles.map(({ path, kind }) => [path.join('/'), kind] as const),
  ])
}

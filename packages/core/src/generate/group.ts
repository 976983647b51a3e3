import type { GroupModel } from '../model/model.js'
import { attachedPolicies, inlinePolicies } from './attachments.js'
import type { GenerateContext } from './context.js'
import type { Resource } from './template.js'

/**
 * Renders one group. Groups take no tags and no description.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-group.html | AWS::IAM::Group}
 */
export function generateGroup(group: GroupModel, context: GenerateContext): Resource<'AWS::IAM::Group'> {
  return {
    Type: 'AWS::IAM::Group',
    Properties: {
      GroupName: group.groupName,
      ...attachedPolicies(group, context.render),
      ...inlinePolicies(group, context.renderOwnOf('group')),
    },
  }
}

/** How a type of resource is named, and what its ARN is made of. */
export interface NamedType {
  /** The property that holds the name. */
  readonly nameProperty: string
  /** What stands in the ARN before path and name. */
  readonly arnType: 'group' | 'role' | 'policy'
  /** The attribute of Fn::GetAtt that answers the ARN. */
  readonly arnAttribute: string
  /** What `Ref` answers, which is also the physical id. */
  readonly ref: 'name' | 'arn'
}

/**
 * The types that an estate is made of.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_IAM.html | IAM resource types}
 */
export const namedTypes: ReadonlyMap<string, NamedType> = new Map([
  ['AWS::IAM::Group', { nameProperty: 'GroupName', arnType: 'group', arnAttribute: 'Arn', ref: 'name' }],
  ['AWS::IAM::Role', { nameProperty: 'RoleName', arnType: 'role', arnAttribute: 'Arn', ref: 'name' }],
  [
    'AWS::IAM::ManagedPolicy',
    { nameProperty: 'ManagedPolicyName', arnType: 'policy', arnAttribute: 'PolicyArn', ref: 'arn' },
  ],
])

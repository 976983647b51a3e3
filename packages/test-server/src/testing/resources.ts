const version = '2012-10-17'

/** A policy document with one statement that allows one action, on everything unless told otherwise. */
export const allow = (Action: string, Resource = '*') => ({
  Version: version,
  Statement: [{ Effect: 'Allow', Action, Resource }],
})

/** A trust policy that lets an AWS service assume a role. */
export const trust = (Service: string) => ({
  Version: version,
  Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
})

export const group = (GroupName: string, properties: object = {}) => ({
  Type: 'AWS::IAM::Group',
  Properties: { GroupName, ...properties },
})

export const role = (RoleName: string, properties: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName, AssumeRolePolicyDocument: trust('lambda.amazonaws.com'), ...properties },
})

export const managedPolicy = (
  ManagedPolicyName: string,
  PolicyDocument: object,
  properties: object = {},
) => ({
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { ManagedPolicyName, PolicyDocument, ...properties },
})

/** The `Policies` of a group or role: one inline policy. */
export const inline = (PolicyName: string, PolicyDocument: object) => [{ PolicyName, PolicyDocument }]

// The resource types of IAM, and SSM parameters, as CloudFormation defines them.
// Generated from @aws-cdk/aws-service-spec 0.1.216 (npm, Apache-2.0, released 2026-09-29) by `npm run generate`; do not edit.

/** Version of the package that the specification comes from. */
export const resourceSpecVersion = '0.1.216'

/** Type to its identifier, attributes (for GetAtt), properties, and the types that these use. */
export const generatedResourceSpec = {
  'AWS::IAM::AccessKey': {
    primaryIdentifier: ['Id'],
    attributes: ['Id', 'SecretAccessKey'],
    properties: {
      Serial: { type: 'integer', replacement: 'yes' },
      Status: { type: 'string' },
      UserName: { type: 'string', required: true, replacement: 'yes' },
    },
    types: {
    },
  },
  'AWS::IAM::Group': {
    primaryIdentifier: ['GroupName'],
    attributes: ['Arn'],
    properties: {
      GroupName: { type: 'string', replacement: 'yes' },
      ManagedPolicyArns: { type: 'string[]' },
      Path: { type: 'string' },
      Policies: { type: 'Policy[]' },
    },
    types: {
      Policy: {
        PolicyDocument: { type: 'json|string', required: true },
        PolicyName: { type: 'string', required: true },
      },
    },
  },
  'AWS::IAM::GroupPolicy': {
    primaryIdentifier: ['PolicyName', 'GroupName'],
    attributes: [],
    properties: {
      GroupName: { type: 'string', required: true, replacement: 'yes' },
      PolicyDocument: { type: 'json' },
      PolicyName: { type: 'string', required: true, replacement: 'yes' },
    },
    types: {
    },
  },
  'AWS::IAM::InstanceProfile': {
    primaryIdentifier: ['InstanceProfileName'],
    attributes: ['Arn'],
    properties: {
      InstanceProfileName: { type: 'string', replacement: 'yes' },
      Path: { type: 'string', replacement: 'yes' },
      Roles: { type: 'string[]', required: true },
    },
    types: {
    },
  },
  'AWS::IAM::ManagedPolicy': {
    primaryIdentifier: ['PolicyArn'],
    attributes: ['AttachmentCount', 'CreateDate', 'DefaultVersionId', 'IsAttachable', 'PermissionsBoundaryUsageCount', 'PolicyArn', 'PolicyId', 'UpdateDate'],
    properties: {
      Description: { type: 'string', replacement: 'yes' },
      Groups: { type: 'string[]' },
      ManagedPolicyName: { type: 'string', replacement: 'yes' },
      Path: { type: 'string', replacement: 'yes' },
      PolicyDocument: { type: 'json|string', required: true },
      Roles: { type: 'string[]' },
      Users: { type: 'string[]' },
    },
    types: {
    },
  },
  'AWS::IAM::OIDCProvider': {
    primaryIdentifier: ['Arn'],
    attributes: ['Arn'],
    properties: {
      ClientIdList: { type: 'string[]' },
      Tags: { type: 'tag[]' },
      ThumbprintList: { type: 'string[]' },
      Url: { type: 'string', replacement: 'yes' },
    },
    types: {
    },
  },
  'AWS::IAM::Policy': {
    primaryIdentifier: ['Id'],
    attributes: ['Id'],
    properties: {
      Groups: { type: 'string[]' },
      PolicyDocument: { type: 'json|string', required: true },
      PolicyName: { type: 'string', required: true },
      Roles: { type: 'string[]' },
      Users: { type: 'string[]' },
    },
    types: {
    },
  },
  'AWS::IAM::Role': {
    primaryIdentifier: ['RoleName'],
    attributes: ['Arn', 'RoleId'],
    properties: {
      AssumeRolePolicyDocument: { type: 'json|string', required: true },
      Description: { type: 'string' },
      ManagedPolicyArns: { type: 'string[]' },
      MaxSessionDuration: { type: 'integer' },
      Path: { type: 'string', replacement: 'yes' },
      PermissionsBoundary: { type: 'string' },
      Policies: { type: 'Policy[]' },
      RoleName: { type: 'string', replacement: 'yes' },
      Tags: { type: 'tag[]' },
    },
    types: {
      Policy: {
        PolicyDocument: { type: 'json|string', required: true },
        PolicyName: { type: 'string', required: true },
      },
    },
  },
  'AWS::IAM::RolePolicy': {
    primaryIdentifier: ['PolicyName', 'RoleName'],
    attributes: [],
    properties: {
      PolicyDocument: { type: 'json' },
      PolicyName: { type: 'string', required: true, replacement: 'yes' },
      RoleName: { type: 'string', required: true, replacement: 'yes' },
    },
    types: {
    },
  },
  'AWS::IAM::SAMLProvider': {
    primaryIdentifier: ['Arn'],
    attributes: ['Arn', 'SamlProviderUUID'],
    properties: {
      AddPrivateKey: { type: 'string', replacement: 'yes' },
      AssertionEncryptionMode: { type: 'string', values: ['Allowed', 'Required'] },
      Name: { type: 'string', replacement: 'yes' },
      PrivateKeyList: { type: 'SAMLPrivateKey[]' },
      RemovePrivateKey: { type: 'string', replacement: 'yes' },
      SamlMetadataDocument: { type: 'string' },
      Tags: { type: 'tag[]' },
    },
    types: {
      SAMLPrivateKey: {
        KeyId: { type: 'string', required: true },
        Timestamp: { type: 'string', required: true },
      },
    },
  },
  'AWS::IAM::ServerCertificate': {
    primaryIdentifier: ['ServerCertificateName'],
    attributes: ['Arn'],
    properties: {
      CertificateBody: { type: 'string', replacement: 'yes' },
      CertificateChain: { type: 'string', replacement: 'yes' },
      Path: { type: 'string' },
      PrivateKey: { type: 'string', replacement: 'yes' },
      ServerCertificateName: { type: 'string', replacement: 'yes' },
      Tags: { type: 'tag[]' },
    },
    types: {
    },
  },
  'AWS::IAM::ServiceLinkedRole': {
    primaryIdentifier: ['RoleName'],
    attributes: ['RoleName'],
    properties: {
      AWSServiceName: { type: 'string', replacement: 'yes' },
      CustomSuffix: { type: 'string', replacement: 'yes' },
      Description: { type: 'string' },
    },
    types: {
    },
  },
  'AWS::IAM::User': {
    primaryIdentifier: ['UserName'],
    attributes: ['Arn'],
    properties: {
      Groups: { type: 'string[]' },
      LoginProfile: { type: 'LoginProfile' },
      ManagedPolicyArns: { type: 'string[]' },
      Path: { type: 'string' },
      PermissionsBoundary: { type: 'string' },
      Policies: { type: 'Policy[]' },
      Tags: { type: 'tag[]' },
      UserName: { type: 'string', replacement: 'yes' },
    },
    types: {
      LoginProfile: {
        Password: { type: 'string', required: true },
        PasswordResetRequired: { type: 'boolean' },
      },
      Policy: {
        PolicyDocument: { type: 'json|string', required: true },
        PolicyName: { type: 'string', required: true },
      },
    },
  },
  'AWS::IAM::UserPolicy': {
    primaryIdentifier: ['PolicyName', 'UserName'],
    attributes: [],
    properties: {
      PolicyDocument: { type: 'json' },
      PolicyName: { type: 'string', required: true, replacement: 'yes' },
      UserName: { type: 'string', required: true, replacement: 'yes' },
    },
    types: {
    },
  },
  'AWS::IAM::UserToGroupAddition': {
    primaryIdentifier: ['Id'],
    attributes: ['Id'],
    properties: {
      GroupName: { type: 'string', required: true },
      Users: { type: 'string[]', required: true },
    },
    types: {
    },
  },
  'AWS::IAM::VirtualMFADevice': {
    primaryIdentifier: ['SerialNumber'],
    attributes: ['SerialNumber'],
    properties: {
      Path: { type: 'string', replacement: 'yes' },
      Tags: { type: 'tag[]' },
      Users: { type: 'string[]', required: true },
      VirtualMfaDeviceName: { type: 'string', replacement: 'yes' },
    },
    types: {
    },
  },
  'AWS::SSM::Parameter': {
    primaryIdentifier: ['Name'],
    attributes: ['Arn', 'Type', 'Value'],
    properties: {
      AllowedPattern: { type: 'string' },
      DataType: { type: 'string', values: ['text', 'aws:ec2:image'] },
      Description: { type: 'string' },
      Name: { type: 'string', replacement: 'yes' },
      Policies: { type: 'string' },
      Tags: { type: 'string{}' },
      Tier: { type: 'string', values: ['Standard', 'Advanced', 'Intelligent-Tiering'] },
      Type: { type: 'string', required: true, values: ['String', 'StringList'] },
      Value: { type: 'string', required: true },
    },
    types: {
    },
  },
} as const

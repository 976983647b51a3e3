/**
 * Actions that are in no template: who has one can widen access (of others, of an account, of a resource) or take
 * credentials. Kept by hand from the Service Authorization Reference, since access levels are no verdict on
 * security: several of these have the level Write. `*` stands for any letters.
 *
 * @see {@link https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html | Service Authorization Reference}
 */
export const forbiddenActions: readonly string[] = [
  ...of(
    'iam',
    'Add*',
    'Attach*',
    'Change*',
    'Create*',
    'Deactivate*',
    'Delete*',
    'Detach*',
    'Enable*',
    'PassRole',
  ),
  ...of('iam', 'Put*', 'Remove*', 'Reset*', 'Resync*', 'Set*', 'Tag*', 'Untag*', 'Update*', 'Upload*'),
  ...of('sts', '*'),
  ...of('s3', 'PutBucketPolicy', 'DeleteBucketPolicy', 'Put*Acl', 'PutBucketOwnershipControls'),
  ...of('s3', 'Put*PublicAccessBlock', 'PutAccessPoint*', 'DeleteAccessPointPolicy*', '*AccessGrant*'),
  ...of(
    's3',
    'BypassGovernanceRetention',
    'ObjectOwnerOverrideToBucketOwner',
    '*MultiRegionAccessPointPolicy',
  ),
  ...of('ecr', 'SetRepositoryPolicy', 'DeleteRepositoryPolicy', 'PutRegistryPolicy', 'DeleteRegistryPolicy'),
  ...of('ecr', 'PutReplicationConfiguration', '*RepositoryCreationTemplate'),
  ...of('codebuild', 'PutResourcePolicy', 'DeleteResourcePolicy', 'ImportSourceCredentials'),
  ...of('lambda', 'AddPermission', 'RemovePermission', '*LayerVersionPermission', 'PutResourcePolicy'),
  ...of('lambda', 'DeleteResourcePolicy', 'EnableReplication*', 'DisableReplication*'),
  ...of('bedrock', 'AllowVendedLogDeliveryForResource', 'PutResourcePolicy', 'DeleteResourcePolicy'),
  ...of('bedrock', 'PutModelInvocationLoggingConfiguration', 'DeleteModelInvocationLoggingConfiguration'),
  ...of('kms', 'PutKeyPolicy', 'RetireGrant', 'RevokeGrant'),
  ...of(
    'cloudwatch',
    'AssumeAccessProfile',
    'Create*Access*',
    'Delete*Access*',
    'Put*Access*',
    'Update*Access*',
  ),
  ...of('logs', 'PutResourcePolicy', 'DeleteResourcePolicy', 'PutDestinationPolicy', 'PutAccountPolicy'),
  ...of('logs', 'DeleteAccountPolicy'),
  ...of('xray', 'PutEncryptionConfig', 'PutResourcePolicy', 'DeleteResourcePolicy'),
  ...of('sns', 'AddPermission', 'RemovePermission', 'SetTopicAttributes'),
  ...of('glue', 'PutResourcePolicy', 'DeleteResourcePolicy', 'UseGlueStudio', 'GlueNotebook*'),
  ...of('redshift', 'CreateClusterUser', 'JoinGroup', 'ModifyClusterIamRoles', '*Authorize*', '*DataShare*'),
  ...of('redshift', 'Revoke*', 'CreateSnapshotCopyGrant', 'PutResourcePolicy', 'DeleteResourcePolicy'),
  ...of('redshift', 'GetClusterCredentials*', 'Get*Token*'),
  ...of('redshift-serverless', 'PutResourcePolicy', 'DeleteResourcePolicy', 'GetCredentials'),
  ...of('events', 'PutPermission', 'RemovePermission', 'PutResourcePolicy', 'DeleteResourcePolicy'),
  ...of('ssm', 'ModifyDocumentPermission', 'PutResourcePolicy', 'DeleteResourcePolicy', 'SendCommand'),
  ...of('ssm', 'StartSession'),
  ...of('cloudformation', 'SetStackPolicy'),
  ...of('cloudtrail', 'PutResourcePolicy', 'DeleteResourcePolicy', 'EnableFederation'),
  ...of('lakeformation', 'Grant*', 'BatchGrant*', 'Revoke*', 'BatchRevoke*', 'PutDataLakeSettings'),
  ...of('codeconnections', 'GetConnectionToken'),
  ...of('codestar-connections', 'GetConnectionToken'),
  ...of('sagemaker', 'PutResourcePolicy', 'DeleteResourcePolicy', 'PutModelPackageGroupPolicy'),
  ...of('sagemaker', 'DeleteModelPackageGroupPolicy', 'StartSession', 'UpdateModelPackage'),
  ...of('sagemaker', 'CreateLineageGroupPolicy', 'PutLineageGroupPolicy', 'DeleteLineageGroupPolicy'),
]

function of(service: string, ...names: string[]): string[] {
  return names.map((name) => `${service}:${name}`)
}

import { type AwsCall, calls, renamedCall } from './aws-call.js'

const bucket = { on: 'template-bucket', needs: ['template-bucket'] } as const
const template = { on: 'template', needs: ['template-bucket'] } as const

/** A template that is too large to go inline, on its way to CloudFormation through the template bucket. */
export const uploadTemplate: readonly AwsCall[] = [
  ...calls(
    { on: 'template-bucket-name', needs: ['template-bucket-name'] },
    { 'ssm:GetParameter': 'reads the name of the template bucket' },
  ),
  ...calls(bucket, { 's3:GetBucketLocation': "finds the bucket's region, which its address holds" }),
  ...calls(template, { 's3:PutObject': 'uploads a template that is too large to go inline' }),
  ...calls(
    { ...template, by: 'cloudformation' },
    { 's3:GetObject': "reads the uploaded template with the caller's credentials" },
  ),
  ...calls(
    { on: 'template-key', by: 's3', needs: ['template-bucket'] },
    {
      'kms:Decrypt': 'opens the template, where the bucket is encrypted with a key of the account',
      'kms:GenerateDataKey': 'encrypts the template, where the bucket is encrypted with a key of the account',
    },
  ),
]

/** Takes an uploaded template away again. */
export const removeTemplate: readonly AwsCall[] = renamedCall(
  's3:DeleteObjects',
  's3:DeleteObject',
  template,
  'removes uploaded templates that are no longer needed',
)

/** Finds the uploaded templates of this stem and takes them away. */
export const removeAllTemplates: readonly AwsCall[] = [
  ...uploadTemplate.filter(({ action }) => action === 'ssm:GetParameter'),
  ...renamedCall('s3:ListObjectsV2', 's3:ListBucket', bucket, 'finds the uploaded templates of this stem'),
  ...removeTemplate,
]

const readParameters = calls(
  { on: 'parameter-path' },
  { 'ssm:GetParametersByPath': 'reads the published ARNs, page by page' },
)

/** Makes the published parameters equal to the outputs of the stack. */
export const publishParameters: readonly AwsCall[] = [
  ...readParameters,
  ...calls(
    { on: 'parameter' },
    {
      'ssm:AddTagsToResource': 'puts the tags of the config on the parameters',
      'ssm:DeleteParameters': 'removes parameters whose output is gone',
      'ssm:PutParameter': 'publishes the ARN of a resource',
    },
  ),
]

export const removeParameters: readonly AwsCall[] = [
  ...readParameters,
  ...calls({ on: 'parameter' }, { 'ssm:DeleteParameters': 'removes the published ARNs with the stack' }),
]

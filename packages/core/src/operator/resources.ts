import type { SecModel } from '../model/model.js'
import { iamArnOf } from '../names/arns.js'
import { testSuffixPattern } from '../names/names.js'
import type { ResourceKind } from './aws-call.js'

/** Keys of uploaded templates start with this; what follows is the template's digest. */
export function templateKeyPrefix({ deployment, identity }: SecModel): string {
  return `${deployment.templatePrefix}${identity.stem}/`
}

/** Names of change sets start with this. */
export function changeSetPrefix({ identity }: SecModel): string {
  return `${identity.stem}-`
}

const parameterReference = 'ssm:'

/** The path of the parameter that holds the bucket's name, when the config gives no name. */
export function templateBucketParameter({ deployment }: SecModel): string | undefined {
  const { templateBucket } = deployment
  return templateBucket?.startsWith(parameterReference)
    ? templateBucket.slice(parameterReference.length)
    : undefined
}

/** The ARN of the template bucket; of every bucket, when only a parameter knows its name. */
export function templateBucketArn(model: SecModel): string {
  const name = templateBucketParameter(model) === undefined ? model.deployment.templateBucket : '*'
  return `arn:${model.identity.partition}:s3:::${name}`
}

function regionalArn({ identity }: SecModel, service: string, resource: string): string {
  return `arn:${identity.partition}:${service}:${identity.region}:${identity.accountId}:${resource}`
}

const stack = (model: SecModel, suffix: string) => [
  regionalArn(model, 'cloudformation', `stack/${model.identity.stackName}${suffix}/*`),
]

const parameter = (model: SecModel, path: string) => [regionalArn(model, 'ssm', `parameter/${path.slice(1)}`)]

const groups =
  (suffix: string) =>
  ({ identity, groups }: SecModel) =>
    groups.map(({ groupName }) => iamArnOf(identity, 'group', `${groupName}${suffix}`))

const roles =
  (suffix: string) =>
  ({ identity, roles }: SecModel) =>
    roles.map(({ roleName }) => iamArnOf(identity, 'role', `${roleName}${suffix}`))

const policies =
  (suffix: string) =>
  ({ identity, policies }: SecModel) =>
    policies.map(({ policyName }) => iamArnOf(identity, 'policy', `${policyName}${suffix}`))

/** The ARNs of each kind of resource: names in full, and nothing wider than what has no name yet. */
export const resourcesOf: Readonly<Record<ResourceKind, (model: SecModel) => readonly string[]>> = {
  nothing: () => [],
  any: () => ['*'],
  stack: (model) => stack(model, ''),
  'test-stack': (model) => stack(model, testSuffixPattern),
  'change-set': (model) => [regionalArn(model, 'cloudformation', `changeSet/${changeSetPrefix(model)}*/*`)],
  'service-role': ({ deployment }) => (deployment.serviceRoleArn ? [deployment.serviceRoleArn] : []),
  'template-bucket': (model) => [templateBucketArn(model)],
  'template-bucket-name': (model) => parameter(model, templateBucketParameter(model) ?? '/'),
  template: (model) => [`${templateBucketArn(model)}/${templateKeyPrefix(model)}*`],
  'template-key': (model) => [regionalArn(model, 'kms', 'key/*')],
  parameter: (model) => parameter(model, `/security/${model.identity.stem}/*`),
  // Reading by path is checked on the path itself, with or without a slash at its end.
  'parameter-path': (model) =>
    ['', '/*'].flatMap((end) => parameter(model, `/security/${model.identity.stem}${end}`)),
  group: groups(''),
  'test-group': groups(testSuffixPattern),
  role: roles(''),
  'test-role': roles(testSuffixPattern),
  policy: policies(''),
  'test-policy': policies(testSuffixPattern),
}

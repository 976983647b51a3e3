import type { SecModel } from '../model/model.js'
import type { ResourceKind } from './aws-call.js'

/** What a test deployment adds to every name: `-t` and six letters or digits. */
export const testSuffixPattern = '-t??????'

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

export function policyArn({ identity }: SecModel, policyName: string): string {
  return iamArn(identity, 'policy', policyName)
}

type Identity = SecModel['identity']

function iamArn({ partition, accountId }: Identity, type: string, name: string): string {
  return `arn:${partition}:iam::${accountId}:${type}/${name}`
}

function regionalArn({ identity }: SecModel, service: string, resource: string): string {
  return `arn:${identity.partition}:${service}:${identity.region}:${identity.accountId}:${resource}`
}

const stack = (model: SecModel, suffix: string) => [
  regionalArn(model, 'cloudformation', `stack/${model.identity.stackName}${suffix}/*`),
]

const parameter = (model: SecModel, path: string) => [regionalArn(model, 'ssm', `parameter/${path.slice(1)}`)]

const named = (model: SecModel, type: string, names: readonly string[], suffix: string) =>
  names.map((name) => iamArn(model.identity, type, `${name}${suffix}`))

const groups = (suffix: string) => (model: SecModel) =>
  named(
    model,
    'group',
    model.groups.map(({ groupName }) => groupName),
    suffix,
  )

const roles = (suffix: string) => (model: SecModel) =>
  named(
    model,
    'role',
    model.roles.map(({ roleName }) => roleName),
    suffix,
  )

const policies = (suffix: string) => (model: SecModel) =>
  named(
    model,
    'policy',
    model.policies.map(({ policyName }) => policyName),
    suffix,
  )

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

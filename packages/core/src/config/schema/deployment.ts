import Type from 'typebox'
import { texts } from './keys.js'
import { raisableQuotas } from './quotas.js'

const quota = (key: keyof typeof raisableQuotas) =>
  Type.Optional(
    Type.Integer({
      minimum: raisableQuotas[key].default,
      maximum: raisableQuotas[key].maximum,
      default: raisableQuotas[key].default,
      description: `Quota of this account: ${raisableQuotas[key].what}.`,
      examples: [raisableQuotas[key].maximum],
    }),
  )

const quotaKeys = {
  attached_policies_per_role: quota('attached_policies_per_role'),
  trust_policy_characters: quota('trust_policy_characters'),
  groups_per_account: quota('groups_per_account'),
}

const roleArn = Type.String({
  pattern: '^arn:[a-z-]+:iam::[0-9]{12}:role/[\\w+=,.@/-]+$',
  patternErrorMessage: 'the ARN of a role',
  description:
    'Role that CloudFormation acts with. Without it, it acts with the rights of the person who deploys.',
  examples: ['arn:aws:iam::111122223333:role/cloudformation-sec'],
})

const bucket = Type.String({
  pattern: '^(?:[a-z0-9][a-z0-9-]{1,61}[a-z0-9]|ssm:/[A-Za-z0-9_./-]+)$',
  patternErrorMessage: 'a bucket name without dots, or ssm: and the path of the parameter that holds it',
  description:
    'Existing bucket for templates over 51,200 bytes; its name has no dots. Or `ssm:` and the path of the parameter that holds its name.',
  examples: ['globalbank-prod-c001-templates', 'ssm:/s3/globalbank-prod-c001/BucketName'],
})

const templatePrefix = Type.String({
  pattern: '^(?:[A-Za-z0-9!_.*()-]+/)*$',
  maxLength: 512,
  patternErrorMessage: 'a key prefix that ends in a slash and begins with none, such as iam/templates/',
  description: 'Key prefix in that bucket; it ends in a slash.',
  default: 'sec-provisioner/',
  examples: ['iam/templates/'],
})

const terminationProtection = Type.Boolean({
  description:
    'Protects the stack against deletion. Default: true when `environment.env` is prod, else false.',
  examples: [true],
})

const topicArn = Type.String({
  pattern: '^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]+$',
  patternErrorMessage: 'the ARN of an SNS topic',
})

const notificationArns = texts(topicArn, {
  maxItems: 5,
  description: 'SNS topics that CloudFormation tells about the stack, at most five.',
  default: [],
  examples: [['arn:aws:sns:us-west-1:111122223333:stack-events']],
})

const quotas = Type.Object(quotaKeys, {
  additionalProperties: false,
  description: "IAM quotas that AWS has raised for this account. Default: AWS's own.",
  default: {},
  examples: [{ attached_policies_per_role: 20 }],
})

/** `template_bucket` is required for tiers whose template does not fit into a request. */
export function deploymentSchema(needsBucket: boolean) {
  return Type.Object(
    {
      template_bucket: needsBucket ? bucket : Type.Optional(bucket),
      template_prefix: Type.Optional(templatePrefix),
      service_role_arn: Type.Optional(roleArn),
      termination_protection: Type.Optional(terminationProtection),
      notification_arns: Type.Optional(notificationArns),
      quotas: Type.Optional(quotas),
    },
    {
      additionalProperties: false,
      description: 'How the stack is put into the account.',
      default: {},
      examples: [{ template_bucket: 'globalbank-prod-c001-templates' }],
    },
  )
}

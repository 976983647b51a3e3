import { builtinPolicyTemplates, type PolicyTemplate } from '@sec/policies'
import type { SecConfig } from '../../src/config/schema/sec-config.js'
import { type BuildContext, buildContext, type Security } from '../../src/model/build-context.js'

type Env = SecConfig['environment']['env']

/** A config without entries, to which a test adds what it is about. */
export function sampleConfig(security: Partial<Security> = {}, env: Env = 'dev'): SecConfig {
  return {
    tier: { name: 'enterprise', version: 'enterprise-12' },
    client: {
      company_name: 'TechCorp',
      company_prefix: 'techcorp',
      account_id: '011122223333',
      tenant_id: 'a001',
    },
    environment: { env, region: 'us-west-1' },
    deployment: { template_bucket: 'techcorp-templates' },
    security: { iam_groups: {}, service_roles: {}, ...security },
  }
}

interface ContextOptions {
  readonly env?: Env
  readonly portable?: boolean
  readonly templates?: readonly PolicyTemplate[]
}

/** What the builders of the model are given, for a config with these entries. */
export function sampleContext(security: Partial<Security> = {}, options: ContextOptions = {}): BuildContext {
  const { env = 'dev', portable = false, templates = builtinPolicyTemplates() } = options
  return buildContext(sampleConfig(security, env), templates, portable)
}

/** A level of the service `queue`, with as many statements as there are parts: `undefined` is a statement without one. */
export function sampleTemplate(
  level = 'level1',
  parts: readonly (number | undefined)[] = [undefined],
): PolicyTemplate {
  return {
    service: 'queue',
    level,
    name: `${level}-read`,
    summary: 'Read queues.',
    typicalUsers: ['data_scientists'],
    file: `policy-templates/queue/${level}-read.yaml`,
    statements: parts.map((part, index) => ({
      Sid: `Read${index}`,
      reason: `reason ${index}`,
      ...(part !== undefined && { part }),
      Effect: 'Allow',
      Action: ['sqs:GetQueueAttributes'],
      Resource: ['arn:${partition}:sqs:${region}:${account_id}:${prefix}-*'],
    })),
  }
}

import type { PolicyTemplate } from '@sec/policies'
import { stringify } from 'yaml'

/** A config in which one group has each level, so that a level which no example uses is judged too. */
export function everyLevelConfig(templates: readonly PolicyTemplate[]): string {
  const groups = templates.map(({ service, level }) => [
    `${service}_${level}`.replaceAll('-', '_'),
    { policy_assignments: { [service]: level } },
  ])
  return stringify({
    tier: { name: 'enterprise', version: 'enterprise-12' },
    client: { company_name: 'Acme', company_prefix: 'acme', account_id: '123456789012', tenant_id: 'x001' },
    environment: { env: 'dev', region: 'eu-central-1' },
    deployment: { template_bucket: 'acme-dev-x001-templates' },
    security: { iam_groups: Object.fromEntries(groups), service_roles: {} },
  })
}

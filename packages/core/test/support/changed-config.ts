import { isMap } from '@sec/common/iam'
import { builtinPolicyTemplates } from '@sec/policies'
import { compileConfig } from '../../src/compile/compile-config.js'
import type { CompileOptions } from '../../src/compile/compile-options.js'

/** A small config of the tier medium without any issue, with one entry or two of every kind. */
const base = {
  tier: { name: 'medium', version: 'medium-10' },
  client: { company_name: 'Acme', company_prefix: 'acme', account_id: '111122223333', tenant_id: 'x001' },
  environment: { env: 'dev', region: 'us-west-1' },
  deployment: { template_bucket: 'acme-dev-x001-templates' },
  security: {
    iam_groups: {
      people: { policy_assignments: { s3: 'level1' }, assumable_roles: ['engineer', 'approver'] },
      engineers: { policy_assignments: { s3: 'level2' } },
    },
    service_roles: {
      worker: { service: 'sagemaker', policy_assignments: { s3: 'level1' }, passable_by: ['people'] },
    },
    assumable_roles: {
      engineer: { mirrors_group: 'engineers', assumable_by: ['people'] },
      approver: { policy_assignments: { s3: 'level2' }, assumable_by: ['people'] },
    },
    cross_account_roles: {
      partner: {
        trusted_principals: ['arn:aws:iam::444455556666:role/ci'],
        external_id: '0f3c9a52e1b84d06',
        policy_assignments: { s3: 'level1' },
      },
    },
  },
}

/** Dotted paths into the config, and what stands there instead; `undefined` takes the key out. */
export type Changes = Readonly<Record<string, unknown>>

/** Compiles the small config with changes. */
export function compileChanged(changes: Changes, options: Partial<CompileOptions> = {}) {
  const value = Object.entries(changes).reduce<unknown>(
    (rest, [path, item]) => put(rest, path.split('.'), item),
    base,
  )
  const text = JSON.stringify(value, null, 1)
  return compileConfig({ file: 'config.yaml', text }, { templates: builtinPolicyTemplates(), ...options })
}

/** What is found in the small config with changes: code and path. */
export function issuesOf(changes: Changes, options: Partial<CompileOptions> = {}): string[] {
  return compileChanged(changes, options).issues.map(({ code, path }) => `${code} ${path.join('.')}`)
}

function put(value: unknown, [key = '', ...rest]: readonly string[], item: unknown): unknown {
  const map = isMap(value) ? value : {}
  if (rest.length > 0) return { ...map, [key]: put(map[key], rest, item) }
  if (item !== undefined) return { ...map, [key]: item }
  return Object.fromEntries(Object.entries(map).filter(([other]) => other !== key))
}

/**
 * The placeholders of policy templates and of a config's statements, written `${prefix}`. `prefix` is
 * `{company_prefix}-{env}-{tenant_id}`, `prefix_underscore` the same with `_` for `-` (Glue databases).
 */
export const placeholderNames = [
  'company_prefix',
  'env',
  'tenant_id',
  'prefix',
  'prefix_underscore',
  'account_id',
  'region',
  'partition',
] as const

export type PlaceholderName = (typeof placeholderNames)[number]

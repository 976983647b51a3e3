export interface TinyOptions {
  /** True for another level and another owner. */
  readonly isLarger?: boolean
  /** A bucket; the template is then too large for a request. */
  readonly bucket?: string
}

/** A config of one group, one service role and the policies of both: the least that has everything once. */
export function tinyConfig(accountId: string, { isLarger = false, bucket }: TinyOptions = {}): string {
  return `tier: { name: startup, version: startup-5 }
client: { company_name: Acme, company_prefix: acme, account_id: "${accountId}", tenant_id: "x001" }
environment: { env: dev, region: us-west-1 }
deployment:
  termination_protection: false
${bucket === undefined ? '' : `  template_bucket: ${bucket}\n`}tags:
  owner: ${isLarger ? 'security' : 'platform'}
${bucket === undefined ? '' : longTags}security:
  iam_groups:
    data_scientists:
      policy_assignments: { s3: ${isLarger ? 'level2' : 'level1'} }
  service_roles:
${['glue_etl', ...(bucket === undefined ? [] : ['glue_loader', 'glue_cleaner'])].map(serviceRole).join('')}`
}

function serviceRole(name: string): string {
  return `    ${name}:
      service: glue
      statements:
        - Sid: ReadData
          reason: Reads the data of the estate.
          Effect: Allow
          Action: [s3:GetObject]
          Resource: ["arn:\${partition}:s3:::\${prefix}-*/*"]
          Condition: { StringEquals: { "aws:ResourceAccount": "\${account_id}" } }
`
}

/** They stand at each role, and make the template larger than a request takes with few resources. */
const longTags = Array.from(
  { length: 48 },
  (_, index) => `  ${`tag-${index}-`.padEnd(120, 'k')}: ${'v'.repeat(250)}\n`,
).join('')

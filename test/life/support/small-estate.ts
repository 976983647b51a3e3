/** What a small config may vary in. */
export interface SmallEstate {
  readonly accountId: string
  /** Four letters or digits: tells estates of one account apart. */
  readonly tenantId?: string
  /** Lines under `deployment:`, each `key: value`. */
  readonly deployment?: readonly string[]
  /** True for an estate with more: another group, and more levels for the first. */
  readonly isLarger?: boolean
  /** Lines added to the tags. */
  readonly tags?: readonly string[]
}

/** A config of two groups, a service role and a role to assume: little enough for hundreds of life cycles. */
export function smallConfig({
  accountId,
  tenantId = 'x001',
  deployment = [],
  isLarger,
  tags = [],
}: SmallEstate): string {
  return `tier: { name: startup, version: startup-5 }
client: { company_name: Acme, company_prefix: acme, account_id: "${accountId}", tenant_id: "${tenantId}" }
environment: { env: dev, region: us-west-1 }
deployment:
  termination_protection: false
${deployment.map((line) => `  ${line}\n`).join('')}tags:
  owner: platform
${tags.map((line) => `  ${line}\n`).join('')}security:
  iam_groups:
    data_scientists:
      assumable_roles: [aml_engineer]
      policy_assignments: { s3: level1${isLarger ? ', ecr: level1' : ''} }
    ml_engineers:
      policy_assignments: { s3: level2 }
${isLarger ? '    business_consumers:\n      policy_assignments: { bedrock: level1 }\n' : ''}  service_roles:
    glue_etl:
      service: glue
      statements:
        - Sid: ReadData
          reason: Reads the data of the estate.
          Effect: Allow
          Action: [s3:GetObject]
          Resource: ["arn:\${partition}:s3:::\${prefix}-*/*"]
          Condition: { StringEquals: { "aws:ResourceAccount": "\${account_id}" } }
  assumable_roles:
    aml_engineer:
      mirrors_group: ml_engineers
      assumable_by: [data_scientists]
`
}

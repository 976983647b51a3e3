/** A config of one group, one service role and the policies of both: the least that has everything once. */
export function tinyConfig(accountId: string, isLarger = false): string {
  return `tier: { name: startup, version: startup-5 }
client: { company_name: Acme, company_prefix: acme, account_id: "${accountId}", tenant_id: "x001" }
environment: { env: dev, region: us-west-1 }
deployment: { termination_protection: false }
tags: { owner: ${isLarger ? 'security' : 'platform'} }
security:
  iam_groups:
    data_scientists:
      policy_assignments: { s3: ${isLarger ? 'level2' : 'level1'} }
  service_roles:
    glue_etl:
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

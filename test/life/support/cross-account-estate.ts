/** A config of one group, one service role and a role that another account may assume, by its external id. */
export function crossAccountConfig(accountId: string, externalId: string): string {
  return `tier: { name: medium, version: medium-10 }
client: { company_name: Acme, company_prefix: acme, account_id: "${accountId}", tenant_id: "x001" }
environment: { env: dev, region: us-west-1 }
deployment: { template_bucket: acme-templates, termination_protection: false }
security:
  iam_groups:
    data_scientists:
      policy_assignments: { s3: level1 }
  service_roles:
    glue_etl:
      service: glue
      policy_assignments: { s3: level1 }
  cross_account_roles:
    deployment_role:
      trusted_principals: ["arn:aws:iam::444455556666:role/release-pipeline"]
      external_id: ${externalId}
      organization_id: o-abcdefghij
      policy_assignments: { s3: level1 }
`
}

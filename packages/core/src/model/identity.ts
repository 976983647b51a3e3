import { partitionOf } from '../aws-data/regions.js'
import type { SecConfig } from '../config/schema/sec-config.js'
import { prefixOf, stackNameOf, stemOf } from '../names/names.js'
import type { Identity } from './model.js'

/** Who and where the estate is. */
export function buildIdentity({ tier, client, environment }: SecConfig): Identity {
  const parts = { companyPrefix: client.company_prefix, env: environment.env, tenantId: client.tenant_id }
  const prefix = prefixOf(parts)
  const stem = stemOf(prefix, environment.region, tier.name)
  return {
    tier: tier.name,
    tierVersion: tier.version,
    companyName: client.company_name,
    ...parts,
    accountId: client.account_id,
    region: environment.region,
    partition: partitionOf(environment.region) ?? 'aws',
    prefix,
    stem,
    stackName: stackNameOf(stem),
  }
}

import { smallConfig } from './small-estate.js'

const levels = 's3: level2, sagemaker: level3, pipeline: level2, ecr: level2, bedrock: level3, lambda: level2'

/**
 * An estate whose template does not fit into a request as it is written: `middle` fits as minified JSON, `large` in
 * no form.
 */
export function sizedConfig(
  size: 'middle' | 'large',
  accountId: string,
  deployment: readonly string[] = [],
): string {
  const config = smallConfig({ accountId, deployment, tags: size === 'large' ? longTags : [] })
  return config.replace('policy_assignments: { s3: level2 }', `policy_assignments: { ${levels} }`)
}

const longTags = Array.from({ length: 40 }, (_, index) => `tag-${index}: ${'v'.repeat(200)}`)

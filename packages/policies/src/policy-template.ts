import type { WrittenStatement } from '@sec/common/iam'

/** One level of one service, as a file of `policy-templates/` holds it. */
export interface PolicyTemplate {
  /** The service, or `combined`; also the name of the folder. */
  readonly service: string
  /** What a config writes, such as `level2`; unique within the service. */
  readonly level: string
  /** The file's name without its ending, such as `level2-project-buckets-only`; IAM policies are named after it. */
  readonly name: string
  readonly summary: string
  readonly typicalUsers: readonly string[]
  readonly statements: readonly WrittenStatement[]
  /** Where it came from, as issues and origins name it: `policy-templates/s3/level1-read-only.yaml`. */
  readonly file: string
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ARNs as templates write them.

/** What rules of the bar let pass, each with its reason. A row that nothing needs any more fails a test. */
export interface Exceptions {
  readonly [name: string]: string
}

const optional = 'the call names no resource; the type in the data is optional'

/** Actions that support a resource type, and yet stand with `*`. */
export const starExceptions: Exceptions = {
  'bedrock:CreateGuardrail':
    'a new guardrail has no ARN; the types in the data are what may be attached to it',
  'bedrock:ListGuardrails': 'a list of all guardrails names none; with one, it lists its versions',
  'bedrock:ListPrompts': 'a list of all prompts names none; with one, it lists its versions',
  'ce:GetCostAndUsage': optional,
  'ce:GetCostForecast': optional,
  'ce:GetDimensionValues': optional,
  'cloudwatch:GetMetricData': optional,
  'cloudwatch:ListMetrics': optional,
}

/** Star-only actions of access level Write or Tagging that stand without a condition. */
export const unconditionalStarWrites: Exceptions = {
  'bedrock:RetrieveAndGenerate':
    'changes nothing; the knowledge base and the model behind are checked on their own',
  'glue:CreateCrawler': 'its role must be passable, and a crawler outside the prefix cannot be started',
  'lakeformation:GetDataAccess': 'opens only what Lake Formation has granted to the caller',
}

const family = 'profiles of AWS; the foundation model behind is checked too'
const shared = 'a log group that a service shares between all estates of the account'
const renamed = 'the service was renamed; a pipeline may hold either form of the ARN'

/** ARNs that hold no prefix and whose statement has no estate condition: `Sid: ARN`. */
export const scopeExceptions: Exceptions = {
  'ProfilesInvoke: arn:${partition}:bedrock:${region}:${account_id}:inference-profile/*': family,
  'GuardrailProfiles: arn:${partition}:bedrock:*:${account_id}:guardrail-profile/*':
    'profiles of AWS, without tags',
  'GlueCatalogRead: arn:${partition}:glue:${region}:${account_id}:catalog':
    'each call is checked on the catalog too',
  'GlueCatalogWrite: arn:${partition}:glue:${region}:${account_id}:catalog':
    'each call is checked on the catalog too',
  'GlueConnectionsRead: arn:${partition}:glue:${region}:${account_id}:catalog':
    'each call is checked on the catalog too',
  'GlueCatalogRead: arn:${partition}:glue:${region}:${account_id}:database/default':
    'Athena reads it before any query',
  'GlueLogsRead: arn:${partition}:logs:${region}:${account_id}:log-group:/aws-glue/*': shared,
  'AthenaCatalogRead: arn:${partition}:athena:${region}:${account_id}:datacatalog/AwsDataCatalog':
    'there is one',
  'TrailsRead: arn:${partition}:cloudtrail:${region}:${account_id}:trail/*': 'trails belong to the account',
  'EventStoresQuery: arn:${partition}:cloudtrail:${region}:${account_id}:eventdatastore/*':
    'event data stores belong to the account; auditing is the job of ai_governance',
  'LogsRead: arn:${partition}:logs:${region}:${account_id}:log-group:/aws-glue/*': shared,
  'LogsRead: arn:${partition}:logs:${region}:${account_id}:log-group:/aws/sagemaker/*': shared,
  'LogEventsRead: arn:${partition}:logs:${region}:${account_id}:log-group:/aws-glue/*:log-stream:*': shared,
  'JobLogsFind: arn:${partition}:logs:${region}:${account_id}:log-group:/aws/sagemaker/*': shared,
  'AlarmsList: arn:${partition}:cloudwatch:${region}:${account_id}:alarm:*':
    'the list is checked on every alarm',
  'BudgetsRead: arn:${partition}:budgets::${account_id}:budget/*': 'budgets belong to the account',
  'ConnectionsList: arn:${partition}:codeconnections:${region}:${account_id}:connection/*':
    'a list names none',
  'ConnectionsList: arn:${partition}:codestar-connections:${region}:${account_id}:connection/*':
    'a list names none',
  'OwnStudioProfileOpen: arn:${partition}:sagemaker:${region}:${account_id}:user-profile/*':
    "held by the tag studiouserid: the caller's own profile and no other",
  'ChecksRead: arn:${partition}:trustedadvisor:*:${account_id}:checks/*': 'checks of AWS on the account',
}

/** ARNs that match no action of their statement by the data: `Sid: ARN`. */
export const arnExceptions: Exceptions = {
  'ConnectionPass: arn:${partition}:codestar-connections:${region}:${account_id}:connection/*': renamed,
  'ConnectionPassOldPrefix: arn:${partition}:codeconnections:${region}:${account_id}:connection/*': renamed,
}

/** Actions that give credentials, and are in a template yet. */
export const forbiddenExceptions: Exceptions = {
  'redshift:GetClusterCredentialsWithIAM':
    "the Data API logs in by it, as the caller's own database user: https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html",
  'redshift-serverless:GetCredentials':
    "the Data API logs in by it, as the caller's own database user: https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html",
}

/** Condition keys that the data does not list for an action: `key action`, or `key` alone. */
export const conditionKeyExceptions: Exceptions = {}

export const exceptionTables = {
  starExceptions,
  unconditionalStarWrites,
  scopeExceptions,
  arnExceptions,
  forbiddenExceptions,
  conditionKeyExceptions,
} as const

const needed = new Set<string>()

/** True when the name is a row of the table; remembers that the row was needed. */
export function isExcepted(table: keyof typeof exceptionTables, name: string): boolean {
  if (!Object.hasOwn(exceptionTables[table], name)) return false
  needed.add(`${table} ${name}`)
  return true
}

/** Rows that no template needed. */
export function unneededExceptions(): string[] {
  const rows = Object.entries(exceptionTables).flatMap(([table, names]) =>
    Object.keys(names).map((name) => `${table} ${name}`),
  )
  return rows.filter((row) => !needed.has(row))
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ARNs as templates write them.
import type { WrittenStatement } from '@sec/common/iam'
import { isExcepted } from './exceptions.js'
import {
  actionsOf,
  eachStatement,
  hasTest,
  knownActionsOf,
  matchedTypes,
  type Rule,
  resourcesOf,
} from './statements.js'

const isStar = (statement: WrittenStatement) => resourcesOf(statement).includes('*')

/** `*` stands alone and with actions that support no resource type, but for named exceptions. */
export const starOnlyWhereNeeded: Rule = eachStatement((statement, catalogue) => {
  if (!isStar(statement)) return []
  if (resourcesOf(statement).length > 1) return ['* beside ARNs']
  return knownActionsOf(statement, catalogue)
    .filter(({ types }) => types.length > 0)
    .filter(({ name }) => !isExcepted('starExceptions', name))
    .map(({ name, types }) => `${name} takes ${types.map((type) => type.name).join(', ')}`)
})

/** A statement with ARNs holds no action that takes only `*`: IAM would drop it without a word. */
export const nothingStarOnlyBesideArns: Rule = eachStatement((statement, catalogue) => {
  if (isStar(statement)) return []
  return knownActionsOf(statement, catalogue)
    .filter(({ types }) => types.length === 0)
    .map(({ name }) => name)
})

/** Every action can match one of the ARNs of its statement. */
export const everyActionMatches: Rule = eachStatement((statement, catalogue) => {
  if (isStar(statement)) return []
  return knownActionsOf(statement, catalogue)
    .filter((action) => action.types.length > 0 && matchedTypes(action, resourcesOf(statement)).length === 0)
    .map(({ name, types }) => `${name} takes ${types.map((type) => type.name).join(', ')}`)
})

/** Every ARN can match one of the actions of its statement. */
export const everyArnMatches: Rule = eachStatement((statement, catalogue) => {
  const actions = knownActionsOf(statement, catalogue)
  return resourcesOf(statement)
    .filter((arn) => arn !== '*' && !actions.some((action) => matchedTypes(action, [arn]).length > 0))
    .filter((arn) => !isExcepted('arnExceptions', `${statement.Sid}: ${arn}`))
})

/** What changes something through `*` is held by a condition. */
export const starWritesAreHeld: Rule = eachStatement((statement, catalogue) => {
  if (!isStar(statement) || statement.Effect === 'Deny' || statement.Condition) return []
  return knownActionsOf(statement, catalogue)
    .filter(({ levels }) => levels.some((level) => level === 'Write' || level === 'Tagging'))
    .map(({ name }) => name)
    .filter((name) => !isExcepted('unconditionalStarWrites', name))
})

/** Every ARN is the estate's own: by its prefix, or by a condition on the estate's tag or alias. */
export const scopedToEstate: Rule = eachStatement((statement) => {
  if (statement.Effect === 'Deny' || isHeldByEstate(statement)) return []
  return resourcesOf(statement)
    .filter((arn) => arn !== '*' && !arn.includes('${prefix}-') && !arn.includes('${prefix_underscore}_'))
    .filter((arn) => !isModelFamily(arn) && !isExcepted('scopeExceptions', `${statement.Sid}: ${arn}`))
})

/** Models belong to nobody's estate: a template lists families, each with provider and beginning of the name. */
function isModelFamily(arn: string): boolean {
  return /:bedrock:[^:]*::foundation-model\/[a-z]+\.[a-z][^*]+\*?$/.test(arn)
}

function isHeldByEstate(statement: WrittenStatement): boolean {
  const ofEstate = 'arn:${partition}:lambda:${region}:${account_id}:function:${prefix}-*'
  return (
    hasTest(statement, 'StringEquals', 'aws:ResourceTag/estate', '${prefix}') ||
    hasTest(statement, 'StringEquals', 'aws:RequestTag/estate', '${prefix}') ||
    hasTest(statement, 'ForAnyValue:StringLike', 'kms:ResourceAliases', 'alias/${prefix}-*') ||
    hasTest(statement, 'ArnLike', 'lambda:FunctionArn', ofEstate)
  )
}

/** Names of buckets are the world's: the statement says that the account is ours. */
export const bucketsAreOurs: Rule = eachStatement((statement) => {
  const isBucket = resourcesOf(statement).some((arn) => /^arn:[^:]*:s3:::/.test(arn))
  const isS3 = actionsOf(statement).some((action) => action.startsWith('s3:')) && !isStar(statement)
  if (!(isBucket || isS3) || statement.Effect === 'Deny') return []
  const isOurs = hasTest(statement, 'StringEquals', 'aws:ResourceAccount', '${account_id}')
  return isOurs ? [] : ['no StringEquals aws:ResourceAccount: ${account_id}']
})

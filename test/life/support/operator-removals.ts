import type { PolicyDocument, Statement } from '@sec/common/iam'
import { type AwsAction, type AwsCall, actionCalls, type ResourceKind } from '@sec/core'
import type { PolicyChange } from './operator-runs.js'

/** One action of one statement of the operator's policy. */
export interface Permission {
  /** The statement's `Sid`, without the number that tells its parts apart. */
  readonly sid: string
  readonly action: string
}

/** Everything that the documents allow, once. */
export function permissionsIn(documents: readonly PolicyDocument[]): readonly Permission[] {
  const all = documents
    .flatMap(({ Statement: statements }) => statements)
    .flatMap((statement) => actionsOf(statement).map((action) => ({ sid: sidOf(statement), action })))
  return [...new Map(all.map((permission) => [keyOf(permission), permission])).values()]
}

/** How a permission is named in the table of exceptions and in tests. */
export const keyOf = ({ sid, action }: Permission): string => `${sid} ${action}`

/** Takes permissions out of the documents; statements that allow nothing any more go. */
export function without(permissions: readonly Permission[]): PolicyChange {
  const taken = new Set(permissions.map(keyOf))
  const rest = (statement: Statement): Statement[] => {
    const sid = sidOf(statement)
    const actions = actionsOf(statement).filter((action) => !taken.has(keyOf({ sid, action })))
    return actions.length === 0 ? [] : [{ ...statement, Action: actions }]
  }
  return (documents) =>
    documents
      .map((document) => ({ ...document, Statement: document.Statement.flatMap(rest) }))
      .filter((document) => document.Statement.length > 0)
}

function sidOf({ Sid = '' }: Statement): string {
  return Sid.replace(/\d+$/, '')
}

function actionsOf({ Action = [] }: Statement): readonly string[] {
  return typeof Action === 'string' ? [Action] : Action
}

/** Longest first, so that `TestGroups` is not taken for something else. */
const kinds: readonly (readonly [RegExp, ResourceKind])[] = [
  [/^WithoutResource/, 'any'],
  [/^TestStack/, 'test-stack'],
  [/^Stack/, 'stack'],
  [/^ChangeSets/, 'change-set'],
  [/^PassServiceRole/, 'service-role'],
  [/^TemplateBucketName/, 'template-bucket-name'],
  [/^TemplateBucket/, 'template-bucket'],
  [/^Templates/, 'template'],
  [/^TemplateKey/, 'template-key'],
  [/^ParameterPath/, 'parameter-path'],
  [/^Parameters/, 'parameter'],
  [/^TestGroups/, 'test-group'],
  [/^Groups/, 'group'],
  [/^TestRoles/, 'test-role'],
  [/^Roles/, 'role'],
  [/^TestPolicies/, 'test-policy'],
  [/^Policies/, 'policy'],
]

/** A row of the table of calls, with the action of the tool that it stands for. */
export interface CallOf extends AwsCall {
  readonly of: AwsAction
}

/** The rows of the table of calls for which the policy has a permission. */
export function rowsOf({ sid, action }: Permission): readonly CallOf[] {
  const kind = kinds.find(([pattern]) => pattern.test(sid))?.[1]
  return (Object.entries(actionCalls) as [AwsAction, readonly AwsCall[]][]).flatMap(([of, calls]) =>
    calls.filter((row) => row.on === kind && row.action === action).map((row) => ({ ...row, of })),
  )
}

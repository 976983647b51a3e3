import type { Issue, IssuePath } from '@sec/common'
import type { SecModel } from '../model/model.js'
import { changeIssue } from './change-issues.js'
import type { RefusedEdit } from './refused-edits.js'

/** The config path that caused a resource; undefined for one that the model does not have. */
export function pathOfLogicalId(model: SecModel, logicalId: string): IssuePath | undefined {
  const entries = [...model.groups, ...model.roles, ...model.policies]
  return entries.find((entry) => entry.logicalId === logicalId)?.path
}

/** Refused edits as issues at the places in the config that cause them. */
export function toChangeIssues(edits: readonly RefusedEdit[], model: SecModel): readonly Issue[] {
  return edits.map(({ code, logicalId, args }) =>
    changeIssue(code, pathOfLogicalId(model, logicalId) ?? [], args as never, { anchor: 'key' }),
  )
}

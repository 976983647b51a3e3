import type { Issue } from '@sec/common'
import type { SecModel } from '../model/model.js'
import { pathOfLogicalId } from '../origins/resource-origin.js'
import { changeIssue } from './change-issues.js'
import type { RefusedEdit } from './refused-edits.js'

/** Refused edits as issues at the places in the config that cause them. */
export function toChangeIssues(edits: readonly RefusedEdit[], model: SecModel): readonly Issue[] {
  return edits.map(({ code, logicalId, args }) =>
    changeIssue(code, pathOfLogicalId(model, logicalId) ?? [], args as never, { anchor: 'key' }),
  )
}

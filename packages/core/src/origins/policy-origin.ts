import type { PolicyModel } from '../model/model.js'
import type { ResourceOrigin } from './resource-origin.js'
import { isAboutDocument, statementsOrigin } from './statement-origin.js'

/** A reason about what a policy says leads to its statements; one about the policy itself to whoever asked for it. */
export function policyOrigin({ path, statements }: PolicyModel, reason: string): ResourceOrigin {
  const origin = { path, configName: String(path[2]) }
  return isAboutDocument(reason) ? { ...origin, ...statementsOrigin(statements, reason) } : origin
}

import { basename, dirname } from 'node:path'
import { type DescribedIssue, describeIssue } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { configIssueKinds } from '@sec/core'
import {
  builtinPolicyTemplates,
  type PolicyTemplate,
  parsePolicyTemplates,
  templateIssueKinds,
} from '@sec/policies'
import { readPolicyTemplates } from './read-policy-templates.js'
import type { Sources } from './sources.js'

/** The templates that ship and those of `--policy-templates`. */
export interface LoadedTemplates {
  readonly templates: readonly PolicyTemplate[]
  readonly issues: readonly DescribedIssue[]
  /** False for an issue of the config that only follows from a template which could not be read. */
  readonly isNoConsequence: (issue: DescribedIssue) => boolean
}

export function loadPolicyTemplates(
  folders: readonly string[],
  context: ActionContext,
  sources: Sources,
): LoadedTemplates {
  const read = readPolicyTemplates(context, folders)
  read.sources.forEach(sources.add)
  const { templates, issues } = parsePolicyTemplates(read.sources, builtinPolicyTemplates())
  const kinds = { ...configIssueKinds, ...templateIssueKinds }
  const all = [...read.issues, ...issues.map((issue) => describeIssue(issue, kinds))]
  return { templates, issues: all, isNoConsequence: isNoConsequenceOf(all) }
}

/** A level that a config names is unknown when its template is at fault; that fault is reported already. */
function isNoConsequenceOf(issues: readonly DescribedIssue[]): LoadedTemplates['isNoConsequence'] {
  const faulty = issues.filter(({ severity }) => severity === 'error')
  const services = new Set(faulty.map(({ file }) => basename(dirname(file ?? ''))))
  return ({ code, path }) =>
    !['LEVEL_UNKNOWN', 'SERVICE_UNKNOWN'].includes(code) || !path.some((step) => services.has(String(step)))
}

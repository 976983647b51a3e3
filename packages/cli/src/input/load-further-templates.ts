import { basename, dirname } from 'node:path'
import { type DescribedIssue, describeIssue } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { configIssueKinds } from '@sec/core'
import { builtinPolicyTemplates, parsePolicyTemplates, templateIssueKinds } from '@sec/policies'
import type { LoadedTemplates } from './loaded-templates.js'
import { readPolicyTemplates } from './read-policy-templates.js'
import type { Sources } from './sources.js'

/** Reads the folders of `--policy-templates`; a file of its own, since without such folders none of it is needed. */
export function loadFurtherTemplates(
  folders: readonly string[],
  context: ActionContext,
  sources: Sources,
): LoadedTemplates {
  const read = readPolicyTemplates(context, folders)
  read.sources.forEach(sources.add)
  const { templates, issues } = parsePolicyTemplates(read.sources, builtinPolicyTemplates())
  const kinds = { ...configIssueKinds, ...templateIssueKinds }
  const all = [...read.issues, ...issues.map((issue) => describeIssue(issue, kinds))]
  return { templates, issues: all, isOwnFault: ownFaultTest(all) }
}

/** A level that a config names is unknown when its template is at fault; that fault is reported already. */
function ownFaultTest(issues: readonly DescribedIssue[]): LoadedTemplates['isOwnFault'] {
  const faulty = issues.filter(({ severity }) => severity === 'error')
  const services = new Set(faulty.map(({ file }) => basename(dirname(file ?? ''))))
  const isFolderUnread = faulty.some(({ code }) => code.startsWith('FOLDER_'))
  return ({ code, path }) => {
    if (code !== 'LEVEL_UNKNOWN' && code !== 'SERVICE_UNKNOWN') return true
    return !isFolderUnread && !path.some((step) => services.has(String(step)))
  }
}

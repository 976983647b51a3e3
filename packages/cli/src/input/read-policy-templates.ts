import { join, resolve } from 'node:path'
import { type DescribedIssue, describeIssue, type Issue, type SourceText } from '@sec/common'
import {
  type ActionContext,
  describeReadFault,
  describeSystemError,
  type FolderEntry,
  fileIssue,
  fileIssueKinds,
  readText,
  systemCode,
} from '@sec/common/cli'
import { templateLimitBytes } from '@sec/policies'
import { secCliIssue, secCliIssueKinds } from '../sec-cli-issues.js'

/** Texts of policy templates, and what was wrong with files and folders. */
export interface TemplateSources {
  readonly sources: readonly SourceText[]
  readonly issues: readonly DescribedIssue[]
}

type Files = Pick<ActionContext, 'cwd' | 'files'>

/**
 * Reads folders of policy templates: every `<service>/<level>.yaml`, in the order of their names. Other files are
 * ignored with a warning, but for those whose name begins with a dot.
 */
export function readPolicyTemplates(context: Files, folders: readonly string[]): TemplateSources {
  return together(folders.map((folder) => readFolder(context, folder)))
}

function together(parts: readonly TemplateSources[]): TemplateSources {
  return {
    sources: parts.flatMap(({ sources }) => sources),
    issues: parts.flatMap(({ issues }) => issues),
  }
}

function readFolder(context: Files, folder: string): TemplateSources {
  const entries = list(context, folder)
  if ('issue' in entries) return { sources: [], issues: [entries.issue] }
  const read = together(entries.map((entry) => readService(context, folder, entry)))
  if (read.sources.length > 0 || read.issues.length > 0) return read
  return { sources: [], issues: [described(secCliIssue('POLICY_TEMPLATES_NONE', [], { folder }))] }
}

function readService(context: Files, folder: string, { name, kind }: FolderEntry): TemplateSources {
  const service = join(folder, name)
  if (kind !== 'folder') return ignored(service, 'it is in no folder of a service')
  const entries = list(context, service)
  if ('issue' in entries) return { sources: [], issues: [entries.issue] }
  return together(entries.map((entry) => readTemplate(context, service, entry)))
}

function readTemplate({ files, cwd }: Files, service: string, { name, kind }: FolderEntry): TemplateSources {
  const file = join(service, name)
  if (kind === 'folder') return ignored(file, 'it is a folder within the folder of a service')
  if (!name.endsWith('.yaml')) return ignored(file, 'its name does not end in .yaml')
  const { source, fault } = readText(files, resolve(cwd, file), file, templateLimitBytes)
  return source
    ? { sources: [source], issues: [] }
    : { sources: [], issues: [describeReadFault(fault, file)] }
}

function ignored(file: string, reason: string): TemplateSources {
  const issue = secCliIssue('POLICY_TEMPLATE_IGNORED', [], { file, reason })
  return { sources: [], issues: [{ ...described(issue), file }] }
}

function described(issue: Issue): DescribedIssue {
  return describeIssue(issue, secCliIssueKinds)
}

/** What a folder holds, in the order of names, without what begins with a dot. */
function list(
  { files, cwd }: Files,
  folder: string,
): readonly FolderEntry[] | { readonly issue: DescribedIssue } {
  try {
    const entries = files.list(resolve(cwd, folder)).filter(({ name }) => !name.startsWith('.'))
    return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return { issue: describeIssue(listFault(folder, error), fileIssueKinds) }
  }
}

function listFault(folder: string, error: unknown): Issue {
  const code = systemCode(error)
  if (code === 'ENOENT') return fileIssue('FOLDER_MISSING', [], { folder })
  const reason = code === 'ENOTDIR' ? 'it is a file' : describeSystemError(error).reason
  return fileIssue('FOLDER_UNREADABLE', [], { folder, reason })
}

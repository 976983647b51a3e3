import { normalize, resolve } from 'node:path'
import type { DescribedIssue, SourceText } from '@sec/common'
import { type ActionContext, describeReadFault, readText } from '@sec/common/cli'
import { configLimitBytes } from '@sec/core'

/** Reads the config by its name on the command line; issues speak of it by that name. */
export function readConfig(
  { files, cwd }: Pick<ActionContext, 'cwd' | 'files'>,
  name: string,
): { readonly source: SourceText } | { readonly issue: DescribedIssue } {
  const file = normalize(name)
  const { source, fault } = readText(files, resolve(cwd, name), file, configLimitBytes)
  return source ? { source } : { issue: describeReadFault(fault, file) }
}

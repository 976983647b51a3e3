import { type DescribedIssue, hasErrors, type SourceText, sortIssues } from '@sec/common'
import { type ActionContext, regionIssues } from '@sec/common/cli'
import type { SecModel } from '@sec/core'
import type { SecOptions } from '../flags.js'
import { createBaseLoader } from './base-loader.js'
import { type CompiledText, compileText } from './compile-text.js'
import { loadPolicyTemplates } from './load-policy-templates.js'
import { readConfig } from './read-config.js'
import type { Sources } from './sources.js'

/** What a config came to: issues, and an estate when none of them is an error. */
export interface LoadedConfig {
  readonly issues: readonly DescribedIssue[]
  readonly estate?: Estate
}

export interface Estate {
  readonly model: SecModel
  readonly describe: CompiledText['describe']
}

export type EstateOptions = Pick<SecOptions, 'policyTemplates' | 'portable' | 'region'> & {
  readonly config: string
}

/** Reads the config, what it extends and further policy templates, and compiles them. Shows nothing yet. */
export async function loadEstate(
  options: EstateOptions,
  context: ActionContext,
  sources: Sources,
): Promise<LoadedConfig> {
  const read = readConfig(context, options.config)
  if ('issue' in read) return { issues: [read.issue] }
  sources.add(read.source)
  return compile(read.source, options, context, sources)
}

async function compile(
  source: SourceText,
  options: EstateOptions,
  context: ActionContext,
  sources: Sources,
): Promise<LoadedConfig> {
  const templates = await loadPolicyTemplates(options.policyTemplates, context, sources)
  const { issues, model, describe } = await compileText(source, {
    templates: templates.templates,
    loadBase: createBaseLoader(context, options.config, sources),
    portable: options.portable,
    ...tierPin(context),
  })
  const region = model ? regionIssues(options.region, model.identity.region) : []
  const all = sortIssues([...templates.issues, ...issues.filter(templates.isOwnFault), ...region])
  return { issues: all, ...(model && !hasErrors(all) && { estate: { model, describe } }) }
}

/** `SEC_PROVISIONER_TIER` pins the tier; empty is as good as unset. */
function tierPin({ env }: ActionContext): { readonly tierPin?: string } {
  return env.SEC_PROVISIONER_TIER ? { tierPin: env.SEC_PROVISIONER_TIER } : {}
}

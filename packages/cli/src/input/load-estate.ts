import { type DescribedIssue, describeIssue, hasErrors, type Issue, type SourceText, sortIssues } from '@sec/common'
import { type ActionContext, regionIssues } from '@sec/common/cli'
import { compileConfig, configIssueKinds, type SecModel } from '@sec/core'
import { builtinPolicyTemplates, parsePolicyTemplates, templateIssueKinds } from '@sec/policies'
import type { SecOptions } from '../flags.js'
import { createBaseLoader } from './base-loader.js'
import { readConfig } from './read-config.js'
import { readPolicyTemplates } from './read-policy-templates.js'
import { createSources, type Sources } from './sources.js'

/** What a config came to: issues, and a model when none of them is an error. */
export interface Estate {
  readonly issues: readonly DescribedIssue[]
  readonly model: SecModel | undefined
  readonly sources: Sources
  /** Puts an issue that a later check finds into words and into its place. */
  readonly describe: (issue: Issue) => DescribedIssue
}

export type EstateOptions = Pick<SecOptions, 'policyTemplates' | 'portable' | 'region'> & {
  readonly config: string
}

/** Reads the config, what it extends and further policy templates, and compiles them. Shows nothing yet. */
export function loadEstate(options: EstateOptions, context: ActionContext): Estate {
  const sources = createSources()
  const read = readConfig(context, options.config)
  if ('issue' in read) return { issues: [read.issue], model: undefined, sources }
  sources.add(read.source)
  return { ...compile(read.source, options, context, sources), sources }
}

function compile(
  source: SourceText,
  options: EstateOptions,
  context: ActionContext,
  sources: Sources,
): Omit<Estate, 'sources'> {
  const templates = loadTemplates(options, context, sources)
  const { issues, model } = compileConfig(source, {
    templates: templates.templates,
    loadBase: createBaseLoader(context, options.config, sources),
    portable: options.portable,
    ...tierPin(context),
  })
  const region = model ? regionIssues(options.region, model.identity.region) : []
  const all = sortIssues([...templates.issues, ...issues, ...region])
  return { issues: all, model: hasErrors(all) ? undefined : model }
}

function loadTemplates({ policyTemplates }: EstateOptions, context: ActionContext, sources: Sources) {
  const read = readPolicyTemplates(context, policyTemplates)
  read.sources.forEach(sources.add)
  const { templates, issues } = parsePolicyTemplates(read.sources, builtinPolicyTemplates())
  return { templates, issues: [...read.issues, ...issues.map((issue) => describeIssue(issue, policyTemplateKinds))] }
}

/** `SEC_PROVISIONER_TIER` pins the tier; empty is as good as unset. */
function tierPin({ env }: ActionContext): { readonly tierPin?: string } {
  return env.SEC_PROVISIONER_TIER ? { tierPin: env.SEC_PROVISIONER_TIER } : {}
}

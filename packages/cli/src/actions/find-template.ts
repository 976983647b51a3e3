import { normalize, resolve } from 'node:path'
import { type DescribedIssue, describeIssue } from '@sec/common'
import { type ActionContext, systemCode } from '@sec/common/cli'
import { templateFile } from '@sec/core'
import type { SecOptions } from '../flags.js'
import { type CompileOptions, compileEstate } from '../input/compile-estate.js'
import { commandFor } from '../output/next-command.js'
import { shownPath } from '../output/write-outputs.js'
import { secCliIssue, secCliIssueKinds } from '../sec-cli-issues.js'

export type FindTemplateOptions = Omit<CompileOptions, 'config'> &
  Pick<SecOptions, 'config' | 'out' | 'templateFormat'> & { readonly argument: string | undefined }

/** A template file. */
export interface FoundTemplate {
  readonly file: string
  /** True when its config names a bucket, so that its size is no news. */
  readonly hasBucket: boolean
}

/**
 * The template to check: the file that was named, or the one that `create-prov-template` wrote for the config.
 *
 * @returns Undefined when there is none; why has been said then.
 */
export async function findTemplate(
  options: FindTemplateOptions,
  context: ActionContext,
): Promise<FoundTemplate | undefined> {
  const { argument, config } = options
  if (argument !== undefined) {
    if (config !== undefined) context.output.note('--config is not used: a template file is given')
    return { file: normalize(argument), hasBucket: false }
  }
  return config === undefined ? undefined : await templateOf({ ...options, config }, context)
}

async function templateOf(
  options: FindTemplateOptions & { readonly config: string },
  context: ActionContext,
): Promise<FoundTemplate | undefined> {
  const model = await compileEstate(options, context)
  if (!model) return undefined
  const file = templateFile(model.identity, options.templateFormat)
  const path = resolve(context.cwd, options.out ?? '.', file)
  const hasBucket = model.deployment.templateBucket !== undefined
  if (exists(path, context)) return { file: shownPath(path, context), hasBucket }
  context.output.issues([notCreated(shownPath(path, context), options, context)])
  return undefined
}

function exists(path: string, { files }: ActionContext): boolean {
  try {
    files.status(path)
    return true
  } catch (error) {
    return systemCode(error) !== 'ENOENT'
  }
}

function notCreated(
  file: string,
  options: FindTemplateOptions & { readonly config: string },
  context: ActionContext,
): DescribedIssue {
  const command = commandFor('create-prov-template', options, context)
  return describeIssue(secCliIssue('TEMPLATE_NOT_CREATED', [], { file, command }), secCliIssueKinds)
}

import { type Aws, openAws } from '@sec/aws'
import { type IamApi, openIam } from '@sec/aws/iam'
import type { ActionContext } from '@sec/common/cli'
import { externalIdsIn } from '@sec/common/iam'
import { generateTemplate, type SecModel, type Template } from '@sec/core'
import { type CompiledEstate, compileWithPlaces } from '../input/compile-estate.js'
import { renderTemplate } from '../output/template-text.js'
import type { AwsOptions } from './aws-options.js'
import { randomId } from './random-id.js'
import { sessionOptions } from './session-options.js'
import { createShield, type Shield } from './shield.js'

/** One run of an action that calls AWS: the estate, and the ways to AWS. */
export interface AwsRun {
  readonly options: AwsOptions
  readonly context: ActionContext
  readonly estate: CompiledEstate
  readonly model: SecModel
  readonly template: Template
  /** The template's text as it goes to CloudFormation. */
  readonly text: string
  readonly aws: Aws
  readonly iam: IamApi
  readonly shield: Shield
  /** Six random letters and digits: what this run makes carries them. */
  readonly id: string
}

/**
 * Compiles the config and prepares the ways to AWS; calls nobody yet.
 *
 * @returns Undefined when the config stops the action; everything has been said then.
 */
export async function openRun(options: AwsOptions, context: ActionContext): Promise<AwsRun | undefined> {
  let text = ''
  const estate = await compileWithPlaces(options, context, (model) => {
    const rendered = renderTemplate(model, options.templateFormat)
    text = rendered.text
    return rendered.issues
  })
  if (!estate) return undefined
  const { model } = estate
  context.hide(externalIdsIn(model.roles.map(({ trust }) => trust)))
  const shield = createShield(context)
  const aws = openAws(sessionOptions(options, context, model, shield.waiting))
  const iam = openIam(aws.session)
  const template = generateTemplate(model)
  return { options, context, estate, model, template, text, aws, iam, shield, id: randomId() }
}

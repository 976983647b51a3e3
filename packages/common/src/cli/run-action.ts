import { type ExitCode, exitCodes } from '../error/exit-code.js'
import { actionLog, closeLog } from './action-log.js'
import { attemptAction } from './attempt-action.js'
import type { ActionContext, AnyAction, ProvisionerDefinition } from './command.js'
import type { Ask, CliContext } from './context.js'
import { createOutput } from './create-output.js'
import type { CommonOptions } from './flags.js'
import { createHiddenTexts, hidingContext } from './hidden-texts.js'
import type { Log } from './log.js'
import { loggedOutput } from './logged-output.js'
import type { EndableOutput } from './output.js'

/** Runs one action: its log, its output, and an exit code for whatever happens. */
export async function runAction(
  definition: ProvisionerDefinition,
  action: AnyAction,
  options: Readonly<Record<string, unknown>>,
  world: CliContext,
): Promise<ExitCode> {
  const common = options as unknown as CommonOptions
  const hidden = createHiddenTexts(world.env)
  const context = hidingContext(world, hidden)
  const output = outputOf(action, common, context)
  const log = actionLog(action, common, context, output)
  const config = common.config === undefined ? '' : `, config ${common.config}`
  log.write('INFO', `${definition.name} ${definition.version}${config}`)
  log.write('DEBUG', `options ${JSON.stringify(options)}`)
  const actionContext: ActionContext = {
    ...context,
    ...(context.ask && { ask: askAside(context.ask, output) }),
    action: action.name,
    command: commandOf(definition, context),
    output: loggedOutput(output, log),
    log,
    hide: hidden.hide,
  }
  if (action.safety === 'local') sayWhatIsUnused(common, output)
  const exitCode = await attemptAction(action, options, actionContext)
  return finish(exitCode, log, output)
}

/** A question stands alone: the status line would write over it. */
function askAside(ask: Ask, output: EndableOutput): Ask {
  return (question, signal) => {
    output.status(undefined)
    return ask(question, signal)
  }
}

function sayWhatIsUnused({ profile, endpointUrl }: CommonOptions, output: EndableOutput): void {
  if (profile !== undefined) output.detail('--profile has no use here: this action does not call AWS')
  if (endpointUrl !== undefined)
    output.detail('--endpoint-url has no use here: this action does not call AWS')
}

/** How this person calls the program: npx tells by the name of what it runs, a wrapper by a variable of ours. */
function commandOf({ name }: ProvisionerDefinition, { env }: CliContext): string {
  return env.PROVISIONER_COMMAND ?? (env.npm_lifecycle_event === 'npx' ? `npx ${name}` : name)
}

function finish(exitCode: ExitCode, log: Log, output: EndableOutput): ExitCode {
  log.write(exitCode === exitCodes.done ? 'INFO' : 'ERROR', `ended with exit code ${exitCode}`)
  const path = closeLog(log, output)
  output.end(exitCode, path)
  return exitCode
}

function outputOf(action: AnyAction, common: CommonOptions, context: CliContext): EndableOutput {
  return createOutput(context, {
    action: action.name,
    format: common.format,
    isQuiet: common.quiet,
    isVerbose: common.verbose,
    isStrict: common.strict,
  })
}

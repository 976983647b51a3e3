import { resolve } from 'node:path'
import { type ExitCode, exitCodes } from '../error/exit-code.js'
import { ProvisionerError } from '../error/provisioner-error.js'
import { describeIssue } from '../issue/issue-kinds.js'
import type { ActionContext, AnyAction, ProvisionerDefinition } from './command.js'
import { noTerminal } from './confirm.js'
import type { Ask, CliContext } from './context.js'
import { fileIssue, fileIssueKinds } from './file-issues.js'
import type { CommonFlags, OptionsOf } from './flags.js'
import { createHiddenTexts, hidingContext } from './hidden-texts.js'
import { Interruption } from './interruption.js'
import { createLog, type Log } from './log.js'
import { loggedOutput } from './logged-output.js'
import { createOutput, type EndableOutput } from './output.js'
import { issueOfError, reportError } from './report-error.js'
import { describeSystemError } from './system-reasons.js'

type CommonOptions = OptionsOf<CommonFlags>

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
  const log = logOf(action, common, context, output)
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
  const exitCode = await attempt(action, options, actionContext)
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

/** An action that did not come far enough to name its log gets one without a stem. */
function closeLog(log: Log, output: EndableOutput): string | undefined {
  try {
    log.open()
    const path = log.path()
    log.close()
    return path
  } catch (error) {
    output.issues([issueOfError(error)])
    return undefined
  }
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

function logOf(action: AnyAction, common: CommonOptions, context: CliContext, output: EndableOutput): Log {
  const onFailure = (file: string, cause: unknown): void => {
    const issue = fileIssue('LOG_NOT_WRITTEN', [], { file, reason: describeSystemError(cause).reason })
    const { code, message, hint } = describeIssue(issue, fileIssueKinds)
    if (action.safety !== 'local') throw new ProvisionerError('file', code, message, { hint, cause })
    output.issues([describeIssue(issue, fileIssueKinds)])
  }
  const folder = resolve(context.cwd, common.out ?? '.')
  return createLog(context, { action: action.name, folder, isVerbose: common.verbose, onFailure })
}

async function attempt(
  action: AnyAction,
  options: Readonly<Record<string, unknown>>,
  context: ActionContext,
): Promise<ExitCode> {
  const common = options as unknown as CommonOptions
  try {
    context.signal.throwIfAborted()
    refuseWithoutTerminal(action, common, context)
    const run = () => Promise.resolve(action.run(options as never, context))
    // A local action has nothing to put right, so nobody waits for it; others end by themselves.
    if (action.safety === 'local') return await Promise.race([run(), interruption(context.signal)])
    return await announcingStop(common, context, run)
  } catch (error) {
    return reportError(error, context)
  }
}

/** Before anything is done, rather than at the question. */
function refuseWithoutTerminal(
  { name, safety }: AnyAction,
  { force, dryRun }: CommonOptions,
  { ask }: CliContext,
): void {
  if (safety === 'mutating' && !force && !dryRun && ask === undefined) throw noTerminal(name)
}

/** Says on the first Ctrl-C that the action is ending: without a word a person would press it again too soon. */
async function announcingStop(
  { quiet, format }: CommonOptions,
  { signal, output, stderr }: ActionContext,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const say = (): void => {
    const line = `stopping: cleaning up${signal.reason === 'SIGINT' ? '; press Ctrl-C again to leave at once' : ''}`
    output.progress(line)
    if (stderr.isTerminal && (quiet || format === 'json')) stderr.write(`${line}\n`)
  }
  signal.addEventListener('abort', say, { once: true })
  return run().finally(() => signal.removeEventListener('abort', say))
}

function interruption(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(new Interruption(String(signal.reason)))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

import type { ExitCode } from '../error/exit-code.js'
import type { ActionContext, AnyAction } from './command.js'
import { noTerminal } from './confirm.js'
import type { CommonOptions } from './flags.js'
import { Interruption } from './interruption.js'
import { reportError } from './report-error.js'

/** Runs what an action does; whatever stops it is said, and becomes an exit code. */
export async function attemptAction(
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
  { ask }: ActionContext,
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

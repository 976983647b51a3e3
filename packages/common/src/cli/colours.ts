import picocolors from 'picocolors'
import type { CliContext, TextSink } from './context.js'

export type Colours = ReturnType<typeof picocolors.createColors>

/**
 * Colours for one sink: on a terminal only, unless `NO_COLOR` or `FORCE_COLOR` says otherwise.
 *
 * @see {@link https://no-color.org | NO_COLOR}
 */
export function coloursFor(sink: TextSink, env: CliContext['env']): Colours {
  return picocolors.createColors(isColourful(sink, env))
}

function isColourful(sink: TextSink, env: CliContext['env']): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return sink.isTerminal && env.TERM !== 'dumb'
}

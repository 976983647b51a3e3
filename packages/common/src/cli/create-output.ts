import type { CliContext } from './context.js'
import { jsonOutput } from './json-output.js'
import type { EndableOutput, OutputSettings } from './output.js'
import { textOutput } from './text-output.js'

/** The output for people, or for scripts. */
export function createOutput(context: CliContext, settings: OutputSettings): EndableOutput {
  return settings.format === 'json' ? jsonOutput(context, settings) : textOutput(context, settings)
}

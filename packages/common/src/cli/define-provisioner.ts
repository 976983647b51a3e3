import { type ExitCode, exitCodes } from '../error/exit-code.js'
import { describeIssue } from '../issue/issue-kinds.js'
import { cliIssueKinds } from './cli-issues.js'
import type { ProvisionerDefinition } from './command.js'
import type { CliContext } from './context.js'
import { createOutput } from './create-output.js'
import { helpText } from './help.js'
import { type Command, parseCommand } from './parse-command.js'

/** A command-line program of the family. */
export interface Provisioner {
  readonly definition: ProvisionerDefinition
  /**
   * Runs one command line, without the program's own name.
   *
   * @returns The exit code; never rejects for what an action throws.
   */
  readonly run: (args: readonly string[], context: CliContext) => Promise<ExitCode>
}

/**
 * Makes a command-line program from its actions. It reads both spellings of a command line, answers `--help` and
 * `--version`, keeps the log, shows issues to people or scripts, and turns whatever happens into an exit code.
 */
export function defineProvisioner(definition: ProvisionerDefinition): Provisioner {
  return {
    definition,
    run: async (args, context) => {
      const command = parseCommand(args, definition)
      switch (command.kind) {
        case 'help':
          context.stdout.write(helpText(definition, command.action))
          return exitCodes.done
        case 'version':
          context.stdout.write(`${definition.version}\n`)
          return exitCodes.done
        case 'misuse':
          return reportMisuse(command, context)
        case 'run': {
          const { runAction } = await import('./run-action.js')
          return runAction(definition, command.action, command.options, context)
        }
      }
    },
  }
}

function reportMisuse(
  { action, format, issues }: Extract<Command, { kind: 'misuse' }>,
  context: CliContext,
): ExitCode {
  const output = createOutput(context, { action, format, isQuiet: false, isVerbose: false, isStrict: false })
  output.issues(issues.map((issue) => describeIssue(issue, cliIssueKinds)))
  output.end(exitCodes.misuse)
  return exitCodes.misuse
}

import type { ExitCode } from '../error/exit-code.js'
import type { CliContext } from './context.js'
import type { CommonFlags, FlagTable, OptionsOf } from './flags.js'
import type { Log } from './log.js'
import type { Output } from './output.js'

/** `local` calls nobody, `read-only` changes nothing, `mutating` does. */
export type Safety = 'local' | 'read-only' | 'mutating'

/** What an action works with beside its options. */
export interface ActionContext extends CliContext {
  readonly action: string
  /** How a person calls the program, such as `npx sec-provisioner`. */
  readonly command: string
  readonly log: Log
  readonly output: Output
  /** Keeps texts out of everything that is said and logged, such as what two parties agreed on. */
  readonly hide: (texts: readonly string[]) => void
}

/** Whether an action needs a config: always, or only when its argument is not given. */
export type ConfigNeed = 'required' | 'unless-argument'

/** The options of an action: common flags, those of the program, its own, and its argument. */
export type ActionOptions<
  Shared extends FlagTable,
  Own extends FlagTable,
  Need extends ConfigNeed,
> = OptionsOf<CommonFlags & Shared & Own> & {
  readonly argument: string | undefined
} & (Need extends 'required' ? { readonly config: string } : unknown)

/** An action as its program declares it. */
export interface ActionDefinition<Shared extends FlagTable, Own extends FlagTable, Need extends ConfigNeed> {
  readonly name: string
  /** One line for `--help`, without a full stop. */
  readonly summary: string
  readonly safety: Safety
  readonly config: Need
  /** The word for the one argument that it takes beside flags, such as `file`; always optional. */
  readonly argument?: string
  /** Flags of this action alone. */
  readonly options?: Own
  /** Loads what it needs, and answers with the exit code; issues go to the output, only what stops it is thrown. */
  run(options: ActionOptions<Shared, Own, Need>, context: ActionContext): ExitCode | Promise<ExitCode>
}

/** An action whose options have been checked against its declaration. */
export type AnyAction = ActionDefinition<FlagTable, FlagTable, ConfigNeed>

/** A program of actions. */
export interface ProvisionerDefinition {
  /** The command's name, such as `sec-provisioner`. */
  readonly name: string
  readonly version: string
  /** One or two lines for the top of `--help`. */
  readonly summary: string
  /** Flags that every action of this program takes, beside the common ones. */
  readonly options: FlagTable
  readonly actions: readonly AnyAction[]
  /** Complete command lines for the foot of `--help`. */
  readonly examples: readonly string[]
}

/** Declares an action; the compiler knows its options from the flags. */
export function defineAction<
  Shared extends FlagTable,
  Need extends ConfigNeed,
  Own extends FlagTable = Record<never, never>,
>(_shared: Shared, action: ActionDefinition<Shared, Own, Need>): AnyAction {
  return action as unknown as AnyAction
}

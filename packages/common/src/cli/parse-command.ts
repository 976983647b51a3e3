import type { Issue } from '../issue/issue.js'
import { type FlagToken, optionValues, type SplitArguments, splitArguments } from './arguments.js'
import { flagFaults, type KnownFlags } from './check-flags.js'
import { cliIssue } from './cli-issues.js'
import type { AnyAction, ProvisionerDefinition } from './command.js'
import { commonFlags, type FlagTable } from './flags.js'
import { nearestName } from './nearest-name.js'

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'help'; readonly action: AnyAction | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'misuse'
      readonly issues: readonly Issue[]
      readonly action: string | null
      readonly format: 'text' | 'json'
    }
  | { readonly kind: 'run'; readonly action: AnyAction; readonly options: Readonly<Record<string, unknown>> }

/** Reads a command line; both spellings of the action are taken. All faults are found in one run. */
export function parseCommand(args: readonly string[], definition: ProvisionerDefinition): Command {
  const split = splitArguments(args, everyFlag(definition))
  const chosen = chosenAction(split, definition)
  const { name, words } = chosen
  const action = definition.actions.find((candidate) => candidate.name === name)
  if (isGiven(split.flags, 'help')) return { kind: 'help', action }
  if (isGiven(split.flags, 'version')) return { kind: 'version' }
  const faults = faultsOf(split.flags, chosen, action, definition)
  if (action === undefined || faults.length > 0)
    return { kind: 'misuse', issues: faults, action: name ?? null, format: formatOf(split.flags) }
  const options = {
    ...optionValues(split.flags, flagsOf(action, definition)),
    action: action.name,
    argument: words[0],
  }
  return { kind: 'run', action, options }
}

function everyFlag(definition: ProvisionerDefinition): FlagTable {
  return Object.assign(
    {},
    commonFlags,
    definition.options,
    ...definition.actions.map(({ options }) => options),
  )
}

/** The flags that an action takes: common, the program's, its own. */
function flagsOf(action: AnyAction | undefined, definition: ProvisionerDefinition): FlagTable {
  return { ...commonFlags, ...definition.options, ...action?.options }
}

function isGiven(flags: readonly FlagToken[], name: string): boolean {
  return flags.some((flag) => flag.name === name)
}

function formatOf(flags: readonly FlagToken[]): 'text' | 'json' {
  return flags.findLast((flag) => flag.name === 'format')?.value === 'json' ? 'json' : 'text'
}

interface ChosenAction {
  readonly name: string | undefined
  /** The words that are left for the action. */
  readonly words: readonly string[]
  readonly issues: readonly Issue[]
}

/** The action by `--action`, or else by the first word. */
function chosenAction({ flags, words }: SplitArguments, { actions }: ProvisionerDefinition): ChosenAction {
  const flagged = flags.find((flag) => flag.name === 'action')?.value
  const [first, ...rest] = words
  if (flagged === undefined || flagged === first) return { name: first, words: rest, issues: [] }
  if (first === undefined || !actions.some(({ name }) => name === first))
    return { name: flagged, words, issues: [] }
  return { name: first, words: rest, issues: [cliIssue('CLI_TWO_ACTIONS', [], { first, second: flagged })] }
}

/** Faulty flags first and alone: what else seems wrong often follows from them. */
function faultsOf(
  flags: readonly FlagToken[],
  { name, words, issues }: ChosenAction,
  action: AnyAction | undefined,
  definition: ProvisionerDefinition,
): readonly Issue[] {
  const faults = [...flagFaults(flags, knownFlags(action, definition)), ...issues]
  if (faults.length > 0) return faults
  if (action === undefined) return [actionFault(name, definition)]
  return [...wordFaults(words, action), ...configFaults(flags, words, action, definition)]
}

function knownFlags(action: AnyAction | undefined, definition: ProvisionerDefinition): KnownFlags {
  return {
    program: definition.name,
    action: action?.name,
    table: action ? flagsOf(action, definition) : everyFlag(definition),
    othersWith: (flag) =>
      definition.actions
        .filter(({ options }) => options !== undefined && Object.hasOwn(options, flag))
        .map(({ name }) => name),
  }
}

function actionFault(found: string | undefined, { name: program, actions }: ProvisionerDefinition): Issue {
  const names = actions.map(({ name }) => name)
  if (found === undefined)
    return cliIssue('CLI_NO_ACTION', [], { program, actions: names, firstAction: names[0] ?? '' })
  return cliIssue('CLI_UNKNOWN_ACTION', [], { program, found, nearest: nearestName(found, names) })
}

function wordFaults(words: readonly string[], { name, argument = '' }: AnyAction): Issue[] {
  return words
    .slice(argument === '' ? 0 : 1)
    .map((found) => cliIssue('CLI_UNEXPECTED_WORD', [], { found, action: name, argument }))
}

function configFaults(
  flags: readonly FlagToken[],
  words: readonly string[],
  { name, argument = '', config }: AnyAction,
  { name: program }: ProvisionerDefinition,
): Issue[] {
  const isSatisfied = isGiven(flags, 'config') || words.length > 0
  if (isSatisfied) return []
  return [
    cliIssue('CLI_NO_CONFIG', [], { program, action: name, argument: config === 'required' ? '' : argument }),
  ]
}

import type { Issue } from '../issue/issue.js'
import type { FlagToken } from './arguments.js'
import { cliIssue } from './cli-issues.js'
import type { FlagSpec, FlagTable } from './flags.js'
import { nearestName } from './nearest-name.js'

/** What flags are judged by. */
export interface KnownFlags {
  readonly program: string
  /** The chosen action, where it is known, and the flags that it takes. */
  readonly action: string | undefined
  readonly table: FlagTable
  /** The names of the other actions that have a flag. */
  readonly othersWith: (flag: string) => readonly string[]
}

/** Faults of the flags of a command line: unknown, without a value or with one too many, repeated. */
export function flagFaults(flags: readonly FlagToken[], known: KnownFlags): Issue[] {
  return [
    ...flags.flatMap((flag) => {
      const spec = Object.hasOwn(known.table, flag.name) ? known.table[flag.name] : undefined
      return spec ? valueFaults(flag, spec) : [unknownFlag(flag, known)]
    }),
    ...repeatedFlags(flags, known.table),
    ...contradictions(flags),
  ]
}

function unknownFlag({ name, rawName: found }: FlagToken, known: KnownFlags): Issue {
  const others = known.othersWith(name)
  if (known.action !== undefined && others.length > 0)
    return cliIssue('CLI_FLAG_OF_OTHER_ACTION', [], { flag: found, action: known.action, others })
  const nearest = nearestName(found.replace(/^-+/, ''), Object.keys(known.table))
  return cliIssue('CLI_UNKNOWN_FLAG', [], {
    program: known.program,
    found,
    nearest: nearest && `--${nearest}`,
  })
}

function valueFaults(flag: FlagToken, spec: FlagSpec): Issue[] {
  const { rawName, value } = flag
  if (spec.kind === 'switch')
    return value === undefined ? [] : [cliIssue('CLI_VALUE_NOT_TAKEN', [], { flag: rawName, found: value })]
  if (value === undefined || value === '' || isOtherFlag(flag))
    return [
      cliIssue('CLI_NO_VALUE', [], { flag: rawName, value: nameOfValue(spec), followedBy: value ?? '' }),
    ]
  if (spec.kind !== 'choice' || spec.choices.includes(value)) return []
  return [cliIssue('CLI_NOT_A_CHOICE', [], { flag: rawName, found: value, choices: spec.choices })]
}

function isOtherFlag({ value, isInline }: FlagToken): boolean {
  return !isInline && value !== undefined && value.length > 1 && value.startsWith('-')
}

function nameOfValue(spec: Exclude<FlagSpec, { kind: 'switch' }>): string {
  return spec.kind === 'choice' ? spec.choices.join('|') : spec.value
}

function repeatedFlags(flags: readonly FlagToken[], known: FlagTable): Issue[] {
  const counts = new Map<string, number>()
  for (const { name } of flags) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, count]) => {
    const kind = known[name]?.kind
    return count > 1 && (kind === 'text' || kind === 'choice')
      ? [cliIssue('CLI_FLAG_REPEATED', [], { flag: `--${name}` })]
      : []
  })
}

function contradictions(flags: readonly FlagToken[]): Issue[] {
  const isGiven = (name: string): boolean => flags.some((flag) => flag.name === name)
  return isGiven('quiet') && isGiven('verbose') ? [cliIssue('CLI_QUIET_AND_VERBOSE', [], {})] : []
}

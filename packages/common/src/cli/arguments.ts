import { parseArgs } from 'node:util'
import { camelCase, type FlagSpec, type FlagTable } from './flags.js'

/** A flag as the command line spells it, with what followed. */
export interface FlagToken {
  readonly kind: 'option'
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  /** True when the value was written after `=`, or right behind a one-letter flag. */
  readonly isInline: boolean
}

/** A command line taken apart; nothing is judged yet. */
export interface SplitArguments {
  readonly flags: readonly FlagToken[]
  readonly words: readonly string[]
}

/**
 * Takes a command line apart by what the flags are known to take. `node:util` does it: it is there without a
 * file to load, leaves values as text, and tells each token, so that every fault can be named.
 */
export function splitArguments(args: readonly string[], known: FlagTable): SplitArguments {
  const options = Object.fromEntries(Object.entries(known).map(([name, spec]) => [name, parserOption(spec)]))
  const settings = { strict: false, allowPositionals: true, tokens: true } as const
  const { tokens } = parseArgs({ args: [...args], options, ...settings })
  const flags: FlagToken[] = []
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    flags.push(wholeWord({ kind: 'option', name, rawName, value, isInline: inlineValue ?? false }, known))
  }
  return { flags, words }
}

function parserOption(spec: FlagSpec) {
  const type = spec.kind === 'switch' ? ('boolean' as const) : ('string' as const)
  return { type, ...(spec.short !== undefined && { short: spec.short }) }
}

/** `-config x` is read as `-c onfig`: gives back what the person typed, and drops the `=` of `-c=x`. */
function wholeWord(token: FlagToken, known: FlagTable): FlagToken {
  if (token.rawName.startsWith('--') || !token.isInline || token.value === undefined) return token
  const typed = `${token.rawName.slice(1)}${token.value}`
  const [name = ''] = typed.split('=')
  if (name.length > 1 && name in known)
    return { ...token, name: `-${name}`, rawName: `-${name}`, value: undefined }
  return token.value.startsWith('=') ? { ...token, value: token.value.slice(1) } : token
}

/** The values of flags that have been found free of fault, with defaults for the others. */
export function optionValues(flags: readonly FlagToken[], table: FlagTable): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(table).map(([name, spec]) => {
      const values = flags.filter((flag) => flag.name === name).map((flag) => flag.value)
      return [camelCase(name), optionValue(spec, values)]
    }),
  )
}

function optionValue(spec: FlagSpec, values: readonly (string | undefined)[]): unknown {
  switch (spec.kind) {
    case 'switch':
      return values.length > 0
    case 'text':
      return values[0]
    case 'list':
      return values
    case 'choice':
      return values[0] ?? spec.choices[0]
  }
}

interface FlagBase {
  /** One line for `--help`, without a full stop. */
  readonly summary: string
  /** The one-letter spelling, without its hyphen. */
  readonly short?: string
}

/** A flag that is there or not. */
export interface SwitchFlag extends FlagBase {
  readonly kind: 'switch'
}

/** A flag with a value; `value` is how `--help` calls it, such as `<file>`. */
export interface TextFlag extends FlagBase {
  readonly kind: 'text'
  readonly value: string
}

/** A flag with a value that may be given several times. */
export interface ListFlag extends FlagBase {
  readonly kind: 'list'
  readonly value: string
}

/** A flag whose value is one of a few; the first of them is the default. */
export interface ChoiceFlag<Choice extends string = string> extends FlagBase {
  readonly kind: 'choice'
  readonly choices: readonly Choice[]
}

export type FlagSpec = SwitchFlag | TextFlag | ListFlag | ChoiceFlag

/** Flags by their spelling after the two hyphens, kebab-case. */
export type FlagTable = Readonly<Record<string, FlagSpec>>

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

type ValueOf<Spec extends FlagSpec> =
  Spec extends ChoiceFlag<infer Choice>
    ? Choice
    : Spec extends ListFlag
      ? readonly string[]
      : Spec extends TextFlag
        ? string | undefined
        : boolean

/** What an action gets for a table of flags: camelCase names, every one present. */
export type OptionsOf<Table extends FlagTable> = {
  readonly [Name in keyof Table & string as CamelCase<Name>]: ValueOf<Table[Name]>
}

/** Helps the compiler to keep the choices of a flag. */
export function choice<const Choice extends string>(
  choices: readonly Choice[],
  summary: string,
): ChoiceFlag<Choice> {
  return { kind: 'choice', choices, summary }
}

/** `dry-run` to `dryRun`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}

/** The flags of every provisioner of the family. */
export const commonFlags = {
  config: { kind: 'text', short: 'c', value: '<file>', summary: 'the config, a YAML file' },
  action: {
    kind: 'text',
    short: 'a',
    value: '<action>',
    summary: 'the action, where it is not the first word',
  },
  out: { kind: 'text', value: '<dir>', summary: 'folder that files are written to (the working directory)' },
  format: choice(['text', 'json'], 'how results are shown, for people or for scripts'),
  strict: { kind: 'switch', summary: 'warnings stop the action too' },
  'dry-run': { kind: 'switch', summary: 'change nothing, say what would be done' },
  force: { kind: 'switch', summary: 'ask no questions' },
  quiet: { kind: 'switch', summary: 'show errors only' },
  verbose: { kind: 'switch', summary: 'show and log details' },
  region: { kind: 'text', value: '<region>', summary: 'refuse a config of another region' },
  profile: { kind: 'text', value: '<name>', summary: 'AWS profile, for actions that call AWS' },
  'endpoint-url': { kind: 'text', value: '<url>', summary: 'AWS endpoint, for actions that call AWS' },
  help: { kind: 'switch', short: 'h', summary: 'show this help, or that of an action' },
  version: { kind: 'switch', short: 'v', summary: 'show the version' },
} as const satisfies FlagTable

export type CommonFlags = typeof commonFlags

/** What every action is given. */
export type CommonOptions = OptionsOf<CommonFlags>

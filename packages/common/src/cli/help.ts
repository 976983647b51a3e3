import type { AnyAction, ProvisionerDefinition } from './command.js'
import { commonFlags, type FlagSpec, type FlagTable } from './flags.js'

/** The help of a program, or of one of its actions. */
export function helpText(definition: ProvisionerDefinition, action?: AnyAction): string {
  return action ? actionHelp(definition, action) : programHelp(definition)
}

function programHelp({ name, version, summary, actions, options, examples }: ProvisionerDefinition): string {
  return sections([
    `${name} ${version}\n${summary}`,
    section('Usage', [
      `${name} <action> --config <file> [flags]`,
      `${name} --config <file> --action <action> [flags]`,
    ]),
    section('Actions', columns(actions.map((action) => [usageOf(action), action.summary]))),
    section('Flags', flagLines({ ...options, ...commonFlags })),
    section('Examples', examples),
    exitCodesLine,
  ])
}

function actionHelp({ name, options }: ProvisionerDefinition, action: AnyAction): string {
  const config = action.config === 'required' ? '--config <file>' : '[--config <file>]'
  return sections([
    `${name} ${action.name}\n${action.summary}`,
    section('Usage', [`${name} ${usageOf(action)} ${config} [flags]`]),
    section('Flags', flagLines({ ...action.options, ...options, ...commonFlags })),
    exitCodesLine,
  ])
}

const exitCodesLine =
  'Exit codes: 0 done, 1 failed, 2 command line, config or template wrong, 3 declined, 4 a check found something'

function usageOf({ name, argument }: AnyAction): string {
  return argument === undefined ? name : `${name} [${argument}]`
}

function sections(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join('\n')
}

function flagLines(table: FlagTable): string[] {
  return columns(Object.entries(table).map(([name, spec]) => [spelling(name, spec), summaryOf(spec)]))
}

function spelling(name: string, spec: FlagSpec): string {
  const short = spec.short === undefined ? '    ' : `-${spec.short}, `
  const value =
    spec.kind === 'switch' ? '' : spec.kind === 'choice' ? ` ${spec.choices.join('|')}` : ` ${spec.value}`
  return `${short}--${name}${value}`
}

function summaryOf(spec: FlagSpec): string {
  if (spec.kind === 'list') return `${spec.summary}; may be repeated`
  return spec.kind === 'choice' ? `${spec.summary} (${spec.choices[0]})` : spec.summary
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`)
}

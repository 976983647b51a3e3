import type { ActionContext } from '@sec/common/cli'
import type { SecOptions } from '../flags.js'

type RepeatedOptions = Pick<SecOptions, 'out' | 'policyTemplates' | 'portable' | 'templateFormat'> & {
  readonly config: string
}

/** A complete command line for another action on the same config, with the flags that matter to it. */
export function commandFor(
  action: string,
  options: RepeatedOptions,
  { command }: Pick<ActionContext, 'command'>,
) {
  const flags = [
    ['--config', options.config],
    ...options.policyTemplates.map((folder) => ['--policy-templates', folder]),
    ...(options.portable ? [['--portable']] : []),
    ...(options.templateFormat === 'yaml' ? [] : [['--template-format', options.templateFormat]]),
    ...(options.out === undefined ? [] : [['--out', options.out]]),
  ].flat()
  return [command, action, ...flags.map(quoted)].join(' ')
}

/** Quotes what a shell would take apart. */
function quoted(word: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

import type { ActionContext } from '@sec/common/cli'
import type { SecOptions } from '../flags.js'

type RepeatedOptions = Pick<SecOptions, 'out' | 'policyTemplates' | 'portable' | 'templateFormat'> &
  Partial<Pick<SecOptions, 'profile' | 'endpointUrl'>> & { readonly config: string }

/**
 * A complete command line for another action on the same config, with the flags that matter to it.
 *
 * @param switches - Flags without a value that are added, such as `--revert-drift`.
 */
export function commandFor(
  action: string,
  options: RepeatedOptions,
  { command }: Pick<ActionContext, 'command'>,
  ...switches: readonly string[]
): string {
  const flags = [
    ['--config', options.config],
    ...options.policyTemplates.map((folder) => ['--policy-templates', folder]),
    ...(options.portable ? [['--portable']] : []),
    ...(options.templateFormat === 'yaml' ? [] : [['--template-format', options.templateFormat]]),
    ...(options.out === undefined ? [] : [['--out', options.out]]),
    ...(options.profile === undefined ? [] : [['--profile', options.profile]]),
    ...(options.endpointUrl === undefined ? [] : [['--endpoint-url', options.endpointUrl]]),
  ].flat()
  return [command, action, ...flags.map(quoted), ...switches].join(' ')
}

/** Quotes what a shell would take apart. */
function quoted(word: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

import { issueKind, issueMaker } from '../issue/issue-kinds.js'
import { didYouMean } from '../text/nearest.js'

const helpHint = (program: string) => `run "${program} --help" to see what there is`

/** Faults of the command line itself; each stops with exit code 2. */
export const cliIssueKinds = {
  CLI_NO_ACTION: issueKind<{ program: string; actions: readonly string[]; firstAction: string }>({
    severity: 'error',
    meaning: 'The command line names no action.',
    message: ({ actions }) => `no action given, expected one of ${actions.join(', ')}`,
    hint: ({ program, firstAction }) =>
      `for example "${program} ${firstAction} --config my-config.yaml", or "${program} --help"`,
    sample: { program: 'sec-provisioner', actions: ['validate-config'], firstAction: 'validate-config' },
  }),
  CLI_UNKNOWN_ACTION: issueKind<{ program: string; found: string; nearest: string }>({
    severity: 'error',
    meaning: 'The command line names an action that this version does not have.',
    message: ({ found, nearest }) => `unknown action "${found}"${didYouMean(nearest || undefined)}`,
    hint: ({ program }) => helpHint(program),
    sample: { program: 'sec-provisioner', found: 'validate', nearest: 'validate-config' },
  }),
  CLI_TWO_ACTIONS: issueKind<{ first: string; second: string }>({
    severity: 'error',
    meaning: 'The command line names one action as a word and another by --action.',
    message: ({ first, second }) => `two actions given, "${first}" and --action "${second}"`,
    hint: () => 'give one of them; each run does one action',
    sample: { first: 'validate-config', second: 'export-roles' },
  }),
  CLI_UNKNOWN_FLAG: issueKind<{ program: string; found: string; nearest: string }>({
    severity: 'error',
    meaning: 'The command line holds a flag that the action does not have.',
    message: ({ found, nearest }) => `unknown flag "${found}"${didYouMean(nearest || undefined)}`,
    hint: ({ program }) => helpHint(program),
    sample: { program: 'sec-provisioner', found: '--confg', nearest: '--config' },
  }),
  CLI_FLAG_OF_OTHER_ACTION: issueKind<{ flag: string; action: string; others: readonly string[] }>({
    severity: 'error',
    meaning: 'The flag exists, but the chosen action does not have it.',
    message: ({ flag, action, others }) => `${flag} is a flag of ${others.join(', ')}, not of ${action}`,
    hint: ({ flag }) => `leave ${flag} out`,
    sample: { flag: '--keep', action: 'deploy', others: ['test-deploy'] },
  }),
  CLI_NO_VALUE: issueKind<{ flag: string; value: string; followedBy: string }>({
    severity: 'error',
    meaning: 'A flag that takes a value stands without one.',
    message: ({ flag, followedBy }) =>
      `${flag} needs a value${followedBy === '' ? '' : `, found "${followedBy}" after it`}`,
    hint: ({ flag, value }) =>
      `write "${flag} ${value}"; a value that begins with a hyphen as "${flag}=${value}"`,
    sample: { flag: '--config', value: '<file>', followedBy: '--strict' },
  }),
  CLI_VALUE_NOT_TAKEN: issueKind<{ flag: string; found: string }>({
    severity: 'error',
    meaning: 'A flag that is either there or not was given a value.',
    message: ({ flag, found }) => `${flag} takes no value, found "${found}"`,
    hint: ({ flag }) => `write "${flag}" alone, or leave it out`,
    sample: { flag: '--strict', found: 'no' },
  }),
  CLI_FLAG_REPEATED: issueKind<{ flag: string }>({
    severity: 'error',
    meaning: 'A flag that counts once was given several times.',
    message: ({ flag }) => `${flag} is given more than once`,
    hint: ({ flag }) => `keep one ${flag}`,
    sample: { flag: '--config' },
  }),
  CLI_NOT_A_CHOICE: issueKind<{ flag: string; found: string; choices: readonly string[] }>({
    severity: 'error',
    meaning: 'The value of a flag is not one of those that it knows.',
    message: ({ flag, found, choices }) => `${flag} is "${found}", expected one of ${choices.join(', ')}`,
    hint: ({ flag, choices }) => `for example "${flag} ${choices[0]}"`,
    sample: { flag: '--format', found: 'xml', choices: ['text', 'json'] },
  }),
  CLI_UNEXPECTED_WORD: issueKind<{ found: string; action: string; argument: string }>({
    severity: 'error',
    meaning: 'The command line holds a word that is neither the action nor an argument of it.',
    message: ({ found, action, argument }) =>
      `unexpected "${found}": ${action} takes ${argument === '' ? 'flags only' : `one ${argument}`}`,
    hint: ({ found, argument }) =>
      argument === '' ? `a config is given as "--config ${found}"` : `run it once for each ${argument}`,
    sample: { found: 'my-config.yaml', action: 'validate-config', argument: '' },
  }),
  CLI_NO_CONFIG: issueKind<{ program: string; action: string; argument: string }>({
    severity: 'error',
    meaning: 'The action needs a config and the command line names none.',
    message: ({ action, argument }) =>
      `${action} needs ${argument === '' ? '' : `a ${argument}, or `}the config that it works on`,
    hint: ({ program, action }) => `for example "${program} ${action} --config my-config.yaml"`,
    sample: { program: 'sec-provisioner', action: 'validate-config', argument: '' },
  }),
  CLI_QUIET_AND_VERBOSE: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'The command line asks for less and for more to be shown.',
    message: () => '--quiet and --verbose are both given',
    hint: () => 'keep one of them',
    sample: {},
  }),
  CLI_NO_TERMINAL: issueKind<{ action: string }>({
    severity: 'error',
    meaning: 'The action asks before it changes something, and nobody is there to answer. Nothing was done.',
    message: ({ action }) => `${action} asks a question, and there is no terminal to ask at`,
    hint: () => 'add --force to go on without questions, or --dry-run to see what would be done',
    sample: { action: 'deploy' },
  }),
  CLI_REGION_DIFFERS: issueKind<{ flag: string; config: string }>({
    severity: 'error',
    meaning: 'The region of --region is not the one of the config; which one counts would be a guess.',
    message: ({ flag, config }) => `--region is "${flag}", the config says "${config}"`,
    hint: () => 'leave --region out, or give the config of that region',
    sample: { flag: 'eu-west-1', config: 'us-west-1' },
  }),
} as const

export const cliIssue = issueMaker(cliIssueKinds)

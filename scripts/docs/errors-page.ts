import { accessIssueKinds, stackIssueKinds, storeIssueKinds } from '@sec/aws'
import { iamIssueKinds } from '@sec/aws/iam'
import { adviceOn, awsActionIssueKinds, secCliIssueKinds, stackErrorKinds } from '@sec/cli'
import { type IssueKind, type IssueKinds, yamlIssueKinds } from '@sec/common'
import { cliIssueKinds, fileIssueKinds, runIssueKinds } from '@sec/common/cli'
import { statementIssueKinds } from '@sec/common/iam'
import { changeIssueKinds, ownConfigIssueKinds, templateCheckIssueKinds } from '@sec/core'
import { templateIssueKinds } from '@sec/policies'

/** The families of codes, in the order of the page. */
export const families: readonly {
  readonly title: string
  readonly about: string
  readonly kinds: IssueKinds
}[] = [
  { title: 'The command line', about: 'Exit code 2.', kinds: { ...cliIssueKinds, ...secCliIssueKinds } },
  { title: 'Files', about: 'Reading: exit code 2. Writing: exit code 1.', kinds: fileIssueKinds },
  { title: 'YAML', about: 'The text is not what YAML is.', kinds: yamlIssueKinds },
  { title: 'Configs', about: 'Found by every action that reads a config.', kinds: ownConfigIssueKinds },
  { title: 'Statements', about: 'In configs and in policy templates.', kinds: statementIssueKinds },
  {
    title: 'Policy templates',
    about: 'Files of `policy-templates/` and of `--policy-templates`.',
    kinds: templateIssueKinds,
  },
  {
    title: 'CloudFormation templates',
    about: 'Found by `validate-prov-template`.',
    kinds: templateCheckIssueKinds,
  },
  {
    title: 'Questions',
    about: 'A declined question is exit code 3.',
    kinds: runIssueKinds,
  },
  {
    title: 'Access to AWS',
    about: 'Credentials, accounts, permissions, the network. Exit code 1.',
    kinds: accessIssueKinds,
  },
  {
    title: 'Edits that CloudFormation refuses',
    about: 'Found by `show-changes` and `deploy` before anything is asked of CloudFormation. Exit code 2.',
    kinds: changeIssueKinds,
  },
  {
    title: 'Stacks',
    about: 'What a stack, a change set or an operation on it says. Exit code 1.',
    kinds: { ...stackIssueKinds, ...stackErrorKinds, ...awsActionIssueKinds },
  },
  {
    title: 'Template bucket and parameters',
    about: 'What is uploaded and published. Exit code 1, or 2 where the config has to change.',
    kinds: storeIssueKinds,
  },
  {
    title: 'What IAM has',
    about: 'Names that are taken, and what keeps a group, role or policy from being deleted. Exit code 1.',
    kinds: iamIssueKinds,
  },
]

/** The whole page: one heading for each code, with what to do as the tool says it. */
export function errorsPage(): string {
  const head = [
    '<!-- Generated from the tables of issue kinds by `npm run generate`; do not edit. -->',
    '# Errors',
    '',
    'Every code that a message can carry. `error` stops an action, `warning` stops it with `--strict`, `info` never does.',
  ]
  return `${[...head, ...families.flatMap(familySection)].join('\n')}\n`
}

function familySection({ title, about, kinds }: (typeof families)[number]): string[] {
  const codes = Object.entries(kinds).sort(([one], [other]) => (one < other ? -1 : 1))
  return ['', `## ${title}`, '', about, ...codes.flatMap(([code, kind]) => kindSection(code, kind))]
}

function kindSection(code: string, kind: IssueKind): string[] {
  const sample = kind.sample
  return [
    '',
    `### ${code}`,
    '',
    `${kind.meaning} Severity: ${kind.severity}.`,
    '',
    `- Says, for example: ${inline(kind.message(sample))}`,
    `- What to do: ${inline(adviceOn(code, kind.hint(sample)))}`,
  ]
}

/** Keeps a message from being read as Markdown: `*` and `${...}` are common in it. */
function inline(text: string): string {
  const fence = text.includes('`') ? '``' : '`'
  return `${fence}${fence === '``' ? ' ' : ''}${text}${fence === '``' ? ' ' : ''}${fence}`
}

import { issueKind, issueMaker } from '../issue/issue-kinds.js'

/** Faults of a text as YAML, before anybody asks what it means. */
export const yamlIssueKinds = {
  YAML_TOO_LARGE: issueKind<{ bytes: number; limitBytes: number }>({
    severity: 'error',
    meaning: 'The text is larger than the tool reads. It was not looked at.',
    message: ({ bytes, limitBytes }) => `the text has ${bytes} bytes, at most ${limitBytes} are read`,
    hint: () => 'check that this is the right file; a config is a few kilobytes',
    sample: { bytes: 52_428_800, limitBytes: 1_048_576 },
  }),
  YAML_BINARY: issueKind<{ codePoint: string }>({
    severity: 'error',
    meaning: 'The text holds a control character, as binary files do.',
    message: ({ codePoint }) => `found the control character ${codePoint}, expected YAML text`,
    hint: () => 'this looks like a binary file; give a YAML file in UTF-8',
    sample: { codePoint: 'U+0000' },
  }),
  YAML_EMPTY: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'The text holds nothing but white space and comments.',
    message: () => 'the file is empty, expected a map of keys and values',
    hint: () => 'start from one of the files in examples/',
    sample: {},
  }),
  YAML_SYNTAX: issueKind<{ reason: string; advice: string }>({
    severity: 'error',
    meaning:
      'The text is not well-formed YAML. Only the first such fault is reported, since others often follow from it.',
    message: ({ reason }) => `this is not well-formed YAML: ${reason}`,
    hint: ({ advice }) => advice,
    sample: { reason: 'the line is indented with a tab', advice: 'indent with spaces' },
  }),
  YAML_DUPLICATE_KEY: issueKind<{ key: string }>({
    severity: 'error',
    meaning: 'A map holds the same key twice; which one counts would be a guess.',
    message: ({ key }) => `the key "${key}" stands twice in this map`,
    hint: ({ key }) => `keep one "${key}" and move what the other holds into it`,
    sample: { key: 'data_scientists' },
  }),
  YAML_SEVERAL_DOCUMENTS: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'The text holds more than one YAML document, divided by `---`.',
    message: () => 'a second YAML document starts here, expected one',
    hint: () => 'put each document into a file of its own, or take the line "---" out',
    sample: {},
  }),
  YAML_MERGE_KEY: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'The text uses the merge key `<<` of YAML 1.1, which YAML 1.2 does not have.',
    message: () => 'the merge key "<<" is not part of YAML 1.2',
    hint: () => 'write the keys out, or lay configs over each other with `extends`',
    sample: {},
  }),
  YAML_ALIASES: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'The aliases (`*name`) of the text multiply to more values than the tool expands.',
    message: () => 'the aliases of this text multiply to an unreasonable size',
    hint: () => 'write the values out instead of repeating them by alias',
    sample: {},
  }),
  YAML_ALIAS_UNKNOWN: issueKind<{ name: string }>({
    severity: 'error',
    meaning:
      'A text begins with `*`, which YAML reads as an alias, and no anchor (`&name`) of that name stands before it.',
    message: ({ name }) =>
      `found "*${name}", which YAML reads as an alias, but no anchor "&${name}" stands before it`,
    hint: ({ name }) => `if the text "*${name}" is meant, put it in quotes`,
    sample: { name: 'defaults' },
  }),
  YAML_TAG: issueKind<{ tag: string }>({
    severity: 'error',
    meaning: 'A value carries a YAML tag such as `!Ref`, which has no meaning here and would be lost.',
    message: ({ tag }) => `found the tag "${tag}", expected a plain value`,
    hint: () => 'take the tag out; a text that begins with "!" needs quotes',
    sample: { tag: '!Ref' },
  }),
  YAML_VERSION: issueKind<Record<string, never>>({
    severity: 'error',
    meaning:
      'The text declares YAML 1.1, in which `yes`, dates and numbers with a leading zero mean other things.',
    message: () => 'the text declares YAML 1.1, expected YAML 1.2',
    hint: () => 'take the line "%YAML 1.1" out',
    sample: {},
  }),
  YAML_TOO_DEEP: issueKind<{ limit: number }>({
    severity: 'error',
    meaning: 'Maps and lists are nested so deep that no file of ours needs it.',
    message: ({ limit }) => `maps and lists are nested more than ${limit} deep`,
    hint: () => 'check that this is the right file',
    sample: { limit: 400 },
  }),
  YAML_NOT_A_MAP: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'The top of the text is a list or a single value, not a map.',
    message: ({ found }) => `found ${found} at the top, expected a map of keys and values`,
    hint: () => 'write "key: value" lines, with a space after the colon; examples/ has files to start from',
    sample: { found: 'a list' },
  }),
} as const

export const yamlIssue = issueMaker(yamlIssueKinds)

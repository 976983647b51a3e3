import { counted, didYouMean, issueKind, suggestion } from '@sec/common'
import { alternatives, listed } from './words.js'

/** For whom "a list" says too little. */
const howToWrite: Readonly<Record<string, string>> = {
  'a list': 'write each item on a line of its own after "- ", or all of them as [one, two]',
  'a map of keys and values': 'write "key: value" on lines of their own, indented below the key',
}

/** What most likely lies behind a text of a wrong form. */
const reasonsOfForm: readonly (readonly [RegExp, string])[] = [
  [/\$\{/, '; placeholders are filled in in statements only'],
  [/[\u2018\u2019\u201c\u201d]/, '; quotes of a word processor are none in YAML'],
]

/** Faults that the schema sees: keys, types, ranges. */
export const shapeIssueKinds = {
  UNKNOWN_KEY: issueKind<{
    key: string
    known: readonly string[]
    meant?: string | undefined
    kinds?: readonly string[]
  }>({
    severity: 'error',
    meaning:
      'The map holds a key that the schema does not know. A required key that it seems to stand for is not reported as missing.',
    message: ({ key, meant, kinds = [] }) =>
      `unknown key "${key}"${kinds.length > 0 ? `: only ${listed(kinds)} take it` : didYouMean(meant)}`,
    hint: ({ known }) =>
      known.length > 0 ? `keys that may stand here: ${known.join(', ')}` : 'take the key out',
    sample: {
      key: 'policy_asignments',
      known: ['description', 'managed_policies', 'policy_assignments'],
      meant: 'policy_assignments',
    },
  }),
  KEY_MISPLACED: issueKind<{ key: string; home: string; section: string | undefined }>({
    severity: 'error',
    meaning: 'A key stands in another map than the one that takes it, most often by a wrong indentation.',
    message: ({ key, home }) => `"${key}" does not belong here, expected it ${home}`,
    hint: ({ key, home }) => `put "${key}" ${home}: mind its indentation`,
    sample: { key: 'iam_groups', home: 'under "security"', section: 'security' },
  }),
  MISSING_KEY: issueKind<{ key: string; expected: string }>({
    severity: 'error',
    meaning: 'A required key is absent. The issue stands at the map that lacks it.',
    message: ({ key, expected }) => `the key "${key}" is missing, expected ${expected}`,
    hint: ({ key }) => `add "${key}:" to this map`,
    sample: { key: 'account_id', expected: '12 digits in quotes' },
  }),
  NO_VALUE: issueKind<{ key: string; expected: string }>({
    severity: 'error',
    meaning: 'A key stands there without a value (YAML null).',
    message: ({ key, expected }) => `"${key}" has no value, expected ${expected}`,
    hint: ({ key, expected }) =>
      `write ${expected} after "${key}:"; a key that is optional may also be left out`,
    sample: { key: 'client', expected: 'a map of keys and values' },
  }),
  ITEM_WITHOUT_VALUE: issueKind<{ list: string; expected: string }>({
    severity: 'error',
    meaning: 'An item of a list has no value (YAML null).',
    message: ({ list, expected }) => `an item of "${list}" has no value, expected ${expected}`,
    hint: ({ expected }) => `write ${expected} after the "-", or take the item out`,
    sample: { list: 'managed_policies', expected: 'the name or the ARN of a managed policy' },
  }),
  WRONG_TYPE: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'The value is of another type than the key takes.',
    message: ({ found, expected }) => `found ${found}, expected ${expected}`,
    hint: ({ expected }) => howToWrite[expected] ?? `write ${expected}`,
    sample: { found: 'a list', expected: 'a map of keys and values' },
  }),
  NUMBER_NOT_TEXT: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning:
      'An id or text is written without quotes, so that YAML reads a number or a truth value, and leading zeros are lost.',
    message: ({ found, expected }) => `found ${found}, expected ${expected}`,
    hint: () => 'put the value in quotes: without them YAML reads a number, or true or false',
    sample: { found: 'the number 111122223333', expected: '12 digits in quotes' },
  }),
  NOT_ALLOWED: issueKind<{ found: string; allowed: readonly string[] }>({
    severity: 'error',
    meaning: 'The value is none of those that the key takes.',
    message: ({ found, allowed }) =>
      `found "${found}", expected ${alternatives(allowed)}${suggestion(found, allowed)}`,
    hint: ({ allowed }) => `write ${alternatives(allowed)}`,
    sample: { found: 'production', allowed: ['dev', 'test', 'staging', 'prod'] },
  }),
  MALFORMED: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'The text does not have the form that the key takes.',
    message: ({ found, expected }) => `found ${found}, expected ${expected}`,
    hint: ({ found, expected }) =>
      `write ${expected}${reasonsOfForm.find(([sign]) => sign.test(found))?.[1] ?? ''}`,
    sample: { found: '"Global_Bank"', expected: 'lower-case letters, digits and single hyphens' },
  }),
  TEXT_EMPTY: issueKind<{ expected: string }>({
    severity: 'error',
    meaning: 'The text is empty where something must stand.',
    message: ({ expected }) => `found an empty text, expected ${expected}`,
    hint: () => 'write a value; a key that is optional may also be left out',
    sample: { expected: 'text' },
  }),
  TEXT_TOO_LONG: issueKind<{ characters: number; limit: number }>({
    severity: 'error',
    meaning: 'The text is longer than the key takes.',
    message: ({ characters, limit }) =>
      `found a text of ${counted(characters, 'character')}, at most ${limit} are allowed`,
    hint: ({ limit }) => `shorten the text to ${limit} characters`,
    sample: { characters: 24, limit: 18 },
  }),
  OUT_OF_RANGE: issueKind<{ found: number; minimum: number; maximum: number }>({
    severity: 'error',
    meaning: 'The number lies outside the range of the key.',
    message: ({ found, minimum, maximum }) => `found ${found}, expected ${minimum} to ${maximum}`,
    hint: ({ minimum, maximum }) => `write a whole number from ${minimum} to ${maximum}`,
    sample: { found: 900, minimum: 3600, maximum: 43200 },
  }),
  LIST_EMPTY: issueKind<{ key: string }>({
    severity: 'error',
    meaning: 'The list is empty where at least one item must stand.',
    message: ({ key }) => `the list "${key}" is empty, expected at least one item`,
    hint: () => 'add an item; a list that is optional may also be left out',
    sample: { key: 'assumable_by' },
  }),
  TOO_MANY: issueKind<{ count: number; limit: number; what: string }>({
    severity: 'error',
    meaning: 'The list or map holds more items than it may. The issue stands at the first one beyond.',
    message: ({ count, limit, what }) => `found ${count} ${what}, at most ${limit} are allowed`,
    hint: ({ limit, what }) => `keep at most ${limit} ${what}`,
    sample: { count: 6, limit: 5, what: 'items' },
  }),
  NAME_MALFORMED: issueKind<{ name: string; expected: string; meant?: string | undefined }>({
    severity: 'error',
    meaning: 'A name that you chose does not have the form of names.',
    message: ({ name, expected }) => `found the name "${name}", expected ${expected}`,
    hint: ({ meant, expected }) =>
      meant === undefined
        ? expected.startsWith('a tag key')
          ? 'rename it'
          : 'rename it, here and wherever it is named'
        : `rename it to ${meant}, here and wherever it is named`,
    sample: {
      name: 'Data-Scientists',
      expected: 'snake_case: lower-case letters, digits and single underscores, a letter first',
      meant: 'data_scientists',
    },
  }),
} as const

import { issueKind, suggestion } from '@sec/common'

/** Faults that the schema sees: keys, types, ranges. */
export const shapeIssueKinds = {
  UNKNOWN_KEY: issueKind<{ key: string; known: readonly string[] }>({
    severity: 'error',
    meaning: 'The map holds a key that the schema does not know.',
    message: ({ key, known }) => `unknown key "${key}"${suggestion(key, known)}`,
    hint: ({ known }) =>
      known.length > 0 ? `keys that may stand here: ${known.join(', ')}` : 'take the key out',
    sample: { key: 'policy_asignments', known: ['description', 'managed_policies', 'policy_assignments'] },
  }),
  MISSING_KEY: issueKind<{ key: string; expected: string }>({
    severity: 'error',
    meaning: 'A required key is absent. The issue stands at the map that lacks it.',
    message: ({ key, expected }) => `the key "${key}" is missing, expected ${expected}`,
    hint: ({ key }) => `add "${key}:" here`,
    sample: { key: 'account_id', expected: '12 digits in quotes' },
  }),
  NO_VALUE: issueKind<{ key: string; expected: string }>({
    severity: 'error',
    meaning: 'A key stands there without a value (YAML null).',
    message: ({ key, expected }) => `"${key}" has no value, expected ${expected}`,
    hint: ({ key }) => `give "${key}" a value, or take the key out`,
    sample: { key: 'client', expected: 'a map' },
  }),
  WRONG_TYPE: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'The value is of another type than the key takes.',
    message: ({ found, expected }) => `found ${found}, expected ${expected}`,
    hint: ({ expected }) => `write ${expected} here`,
    sample: { found: 'a list', expected: 'a map' },
  }),
  NUMBER_NOT_TEXT: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning:
      'An id or text is written without quotes, so that YAML reads a number or a boolean, and leading zeros are lost.',
    message: ({ found, expected }) => `found ${found}, expected ${expected}`,
    hint: () => 'put the value in quotes',
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
    hint: ({ expected }) => `write ${expected}`,
    sample: { found: '"Global_Bank"', expected: 'lower-case letters, digits and single hyphens' },
  }),
  TEXT_EMPTY: issueKind<{ expected: string }>({
    severity: 'error',
    meaning: 'The text is empty where something must stand.',
    message: ({ expected }) => `found an empty text, expected ${expected}`,
    hint: () => 'write the value, or take the key out',
    sample: { expected: 'text' },
  }),
  TEXT_TOO_LONG: issueKind<{ characters: number; limit: number }>({
    severity: 'error',
    meaning: 'The text is longer than the key takes.',
    message: ({ characters, limit }) => `found ${characters} characters, at most ${limit} are allowed`,
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
    hint: ({ key }) => `add an item, or take "${key}" out`,
    sample: { key: 'assumable_by' },
  }),
  TOO_MANY: issueKind<{ count: number; limit: number; what: string }>({
    severity: 'error',
    meaning: 'The list or map holds more items than it may. The issue stands at the first one beyond.',
    message: ({ count, limit, what }) => `found ${count} ${what}, at most ${limit} are allowed`,
    hint: ({ limit, what }) => `keep at most ${limit} ${what}`,
    sample: { count: 6, limit: 5, what: 'items' },
  }),
  NAME_MALFORMED: issueKind<{ name: string; expected: string }>({
    severity: 'error',
    meaning: 'A name that you chose does not have the form of names.',
    message: ({ name, expected }) => `the name "${name}" is malformed, expected ${expected}`,
    hint: ({ expected }) => `rename it: ${expected}`,
    sample: {
      name: 'Data-Scientists',
      expected: 'snake_case: lower-case letters, digits and single underscores',
    },
  }),
} as const

function alternatives(allowed: readonly string[]): string {
  if (allowed.length < 2) return `"${allowed[0] ?? ''}"`
  return `${allowed
    .slice(0, -1)
    .map((item) => `"${item}"`)
    .join(', ')} or "${allowed.at(-1)}"`
}

import fc from 'fast-check'

/** Texts that one YAML reader or the other takes for something else when they are not quoted. */
export const treacherousTexts = [
  ...[
    '2012-10-17',
    '2001-12-14t21:59:43.10-05:00',
    'on',
    'Off',
    'yes',
    'NO',
    'y',
    'n',
    'true',
    'False',
    'null',
  ],
  ...[
    '~',
    '',
    '011122223333',
    '0o17',
    '017',
    '0x1F',
    '0b1',
    '1_000',
    '12:30:45',
    '1e3',
    '.inf',
    '.NaN',
    '-1',
    '=',
  ],
  ...[
    ' a',
    'a ',
    'a: b',
    'a:',
    'a #b',
    '#',
    '- a',
    '? a',
    '*',
    '&a',
    '!a',
    '@a',
    '`a',
    '%a',
    '|',
    '>',
    '<<',
    '---',
  ],
  ...[
    '"',
    "'",
    '\\',
    '[a]',
    '{a}',
    ',',
    'a\nb',
    'a\r\nb',
    '\ta',
    'a\u0085b',
    '\u0085',
    'a\u00a0b',
    '\u00a0',
    '\u00ff',
  ],
] as const

const codes = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCharCode(code))

/** What IAM takes in a policy document: tab, line feed, carriage return, U+0020 to U+00FF; and no `${`. */
export const documentTexts = fc
  .oneof(
    fc.constantFrom(...treacherousTexts),
    fc.string({ unit: fc.oneof(codes(0x20, 0xff), fc.constantFrom('\t', '\n', '\r')), maxLength: 12 }),
  )
  .filter((text) => !text.includes('${'))

/** What IAM takes in a role's description. */
export const descriptions = documentTexts.filter((text) => /^[\t\n\r\x20-\x7e\xa1-\xff]*$/.test(text))

/** What IAM takes as the value of a tag. */
export const tagValues = documentTexts.filter((text) => /^[\p{L}\p{Z}\p{N}_.:/=+@-]*$/u.test(text))

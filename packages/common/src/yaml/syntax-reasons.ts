/** What the YAML library found, in words for people who do not know YAML's grammar; and what to do. */
export interface SyntaxReason {
  readonly reason: string
  readonly advice: string
}

const indentation = 'indent the line like its neighbours, with spaces and never with tabs'
const quotes = 'put the text in quotes'
const line = 'write the line as "key: value", with a space after the colon, or as "- item"'

/** By the library's code; others keep the library's own words. */
const reasons: Readonly<Record<string, SyntaxReason>> = {
  TAB_AS_INDENT: { reason: 'the line is indented with a tab', advice: 'indent with spaces' },
  BAD_INDENT: { reason: 'the line is indented unlike its neighbours', advice: indentation },
  MULTILINE_IMPLICIT_KEY: { reason: 'the line is neither "key: value" nor a list item', advice: line },
  BLOCK_AS_IMPLICIT_KEY: {
    reason: 'a text holds a colon followed by a space',
    advice: 'put the text in quotes; if a map was meant, start it on the next line',
  },
  BAD_ALIAS: { reason: 'a text begins with * or & and has no quotes', advice: 'write "*" with quotes' },
  NON_STRING_KEY: {
    reason: 'a key is a list, a map or an alias',
    advice: 'write the key as a text, in quotes if need be',
  },
  BAD_DQ_ESCAPE: {
    reason: 'a text in double quotes holds a backslash that begins no known escape',
    advice: 'use single quotes, or write the backslash twice',
  },
  KEY_OVER_1024_CHARS: { reason: 'a key is longer than 1,024 characters', advice: 'shorten the key' },
}

const byWords: readonly (readonly [RegExp, SyntaxReason])[] = [
  [
    /^Flow (?:map|sequence) .* end with a ([\]}])/,
    { reason: 'a bracket is not closed', advice: 'close it with $1' },
  ],
  [/^Implicit map keys need/, { reason: 'the line is neither "key: value" nor a list item', advice: line }],
  [/^Missing closing (.)/, { reason: 'a quote is not closed', advice: 'close the text with $1' }],
  [/reserved character (.)$/, { reason: 'a text begins with $1 and has no quotes', advice: quotes }],
  [/indicator character (.)$/, { reason: 'a text begins with $1 and has no quotes', advice: quotes }],
  [
    /^Unexpected flow-(?:seq|map)-end/,
    { reason: 'a bracket is closed that was never opened', advice: quotes },
  ],
  [
    /^Unexpected block-seq-ind on same line/,
    { reason: 'a list item stands on the line of its key', advice: 'start the list on the next line' },
  ],
  [
    /^Unexpected scalar at node end/,
    {
      reason: 'something stands behind a value that has ended',
      advice: `${quotes} as a whole; inside single quotes a quote is written twice`,
    },
  ],
]

/**
 * @param code - The library's code.
 * @param message - Its message.
 */
export function syntaxReason(code: string, message: string): SyntaxReason {
  const known = byWords
    .map(([pattern, words]) => [pattern.exec(message), words] as const)
    .find(([match]) => match)
  if (known) {
    const fill = (text: string) => text.replace('$1', known[0]?.[1] ?? '')
    return { reason: fill(known[1].reason), advice: fill(known[1].advice) }
  }
  return reasons[code] ?? { reason: firstLine(message), advice: `mend the line: ${line}` }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:$/, '')
}

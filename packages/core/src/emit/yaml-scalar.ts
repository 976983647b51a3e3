/**
 * Plain scalars that every YAML reader takes for text, CloudFormation's YAML 1.1 reader too: they begin with a
 * letter or a slash (no number, date or indicator does), hold no space, bracket or quote, and end in no colon.
 */
const plain = /^[A-Za-z/][A-Za-z0-9_./@+=*:$-]*(?<!:)$/

/** Words that a YAML 1.1 reader takes for a boolean, for nothing, or (`E0`) for a number. */
const words = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?[0-9_]+)$/i

/** Characters that JSON leaves as they are and YAML 1.1 takes for a line break or refuses. */
const unsafe = /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g

/** One text as a YAML scalar: plain where no reader can be mistaken, else in double quotes. */
export function yamlScalar(text: string): string {
  if (plain.test(text) && !words.test(text)) return text
  return JSON.stringify(text).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

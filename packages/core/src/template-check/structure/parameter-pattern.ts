/** A regular expression of CloudFormation (Java) as far as JavaScript can tell. */
export type CompiledPattern =
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  | { readonly kind: 'wrong'; readonly reason: string }
  | { readonly kind: 'unknown' }

/** What Java has and JavaScript lacks: flags, possessive quantifiers, intersections, anchors, quoting, POSIX classes. */
const javaOnly = /\(\?[a-zA-Z-]+[:)]|[*+?}]\+|&&\[|\\[AzZGQEhRX]|\\[pP]\{|\(\?>|\[:/

/** Compiles a pattern; `unknown` when only Java could tell. */
export function compilePattern(pattern: string): CompiledPattern {
  if (javaOnly.test(pattern)) return { kind: 'unknown' }
  try {
    return { kind: 'pattern', pattern: new RegExp(pattern) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'wrong', reason: message.split(': ').at(-1) ?? message }
  }
}

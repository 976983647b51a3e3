// Longer names do not exist; without the limit, a text of open braces takes quadratic time.
const variablePattern = /\$\{([^}]{1,400})\}/g

/** One `${...}` of Fn::Sub. */
export interface SubVariable {
  /** Without `${`, `}` and white space around. */
  readonly name: string
  /** As written, for messages. */
  readonly written: string
  /** True when it has only characters that CloudFormation takes; those of loops count. */
  readonly isValid: boolean
}

/** The variables of a text of Fn::Sub; `${!Literal}` is none. */
export function subVariables(text: string): SubVariable[] {
  if (!text.includes('${')) return []
  return [...text.matchAll(variablePattern)]
    .filter(([, inside]) => !inside?.startsWith('!'))
    .map(([written, inside = '']) => {
      const name = inside.trim()
      return { name, written, isValid: /^[\w.:&${]+$/.test(name) }
    })
}

/** What is certain of a text of Fn::Sub: variables left out, `${!Literal}` as `${Literal}`. */
export function subLiteral(text: string, filling = ''): string {
  return text.replace(variablePattern, (_, inside: string) =>
    inside.startsWith('!') ? `\${${inside.slice(1)}}` : filling,
  )
}

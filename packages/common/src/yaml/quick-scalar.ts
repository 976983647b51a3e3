import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml'

/** Thrown where a text is not of the everyday kind; `quickYaml` catches it. */
export const unusual = new Error('not an everyday text')

/** Digits that a number holds exactly. */
const exactDigits = 15

/** A scalar by the core schema of YAML 1.2, but for numbers that no key of a config takes. */
export function quickScalar(text: string, { style }: ScalarEvent): unknown {
  if (style !== SCALAR_STYLE.PLAIN || !/^(?:$|[-+.0-9~nNtTfF])/.test(text)) return text
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  if (!/^[-+.]?[0-9.]/.test(text)) return text
  if (/^[0-9]+$/.test(text) && text.length <= exactDigits) return Number(text)
  if (isNumberOfAnotherKind(text)) throw unusual
  return text
}

/** @see {@link https://yaml.org/spec/1.2.2/#1032-tag-resolution | YAML 1.2.2, core schema} */
function isNumberOfAnotherKind(text: string): boolean {
  return /^(?:[-+]?(?:\.[0-9]|[0-9])[0-9._]*(?:[eE][-+]?[0-9]+)?|0[ox][0-9a-fA-F]+|[-+]?\.(?:inf|nan))$/i.test(
    text,
  )
}

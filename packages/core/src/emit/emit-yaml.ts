import type { TemplateValue } from '../generate/template.js'
import { yamlScalar } from './yaml-scalar.js'

/**
 * Writes a value as block YAML, two spaces a level, keys in their order.
 *
 * A writer of our own: the `yaml` library takes several times as long to write a template as to read it.
 */
export function emitYaml(value: TemplateValue): string {
  const scalars = new Map<string, string>()
  const scalar = (text: string): string => {
    let known = scalars.get(text)
    if (known === undefined) {
      known = yamlScalar(text)
      scalars.set(text, known)
    }
    return known
  }
  return emitBlock(value, '', scalar)
}

type Scalar = (text: string) => string

function emitBlock(value: TemplateValue, indent: string, scalar: Scalar): string {
  return Array.isArray(value) ? emitList(value, indent, scalar) : emitMap(value as object, indent, '', scalar)
}

/** @param first - What stands before the first key: the dash of a list item takes its indentation's place. */
function emitMap(map: object, indent: string, first: string, scalar: Scalar): string {
  let text = ''
  for (const [key, value] of Object.entries(map)) {
    if (value === undefined) continue
    const start = text === '' && first !== '' ? first : indent
    text += `${start}${scalar(key)}:${emitAfterKey(value, indent, scalar)}`
  }
  return text
}

function emitAfterKey(value: TemplateValue, indent: string, scalar: Scalar): string {
  if (typeof value !== 'object') return ` ${emitLeaf(value, scalar)}\n`
  if (isEmpty(value)) return Array.isArray(value) ? ' []\n' : ' {}\n'
  return `\n${emitBlock(value, `${indent}  `, scalar)}`
}

function emitList(list: readonly TemplateValue[], indent: string, scalar: Scalar): string {
  let text = ''
  for (const item of list) text += emitItem(item, indent, scalar)
  return text
}

function emitItem(item: TemplateValue, indent: string, scalar: Scalar): string {
  if (typeof item !== 'object') return `${indent}- ${emitLeaf(item, scalar)}\n`
  if (isEmpty(item)) return `${indent}- ${Array.isArray(item) ? '[]' : '{}'}\n`
  if (Array.isArray(item)) return `${indent}-\n${emitList(item, `${indent}  `, scalar)}`
  return emitMap(item, `${indent}  `, `${indent}- `, scalar)
}

function emitLeaf(value: string | number | boolean, scalar: Scalar): string {
  return typeof value === 'string' ? scalar(value) : String(value)
}

function isEmpty(value: object): boolean {
  for (const _key in value) return false
  return true
}

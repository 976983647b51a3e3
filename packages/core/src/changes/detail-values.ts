import { type ChangeDetail, type IssuePath, parseJson } from '@sec/common'
import { compareValues, type ValueChange } from './compare-values.js'

/** What stands for a value that will be known when the change is made. */
const unknownValue = '{{changeSet:KNOWN_AFTER_APPLY}}'

/** The texts of the API; what is there counts before what the last deployment left. */
export function textsOf({ actual, before, after }: ChangeDetail): Pick<ValueChange, 'before' | 'after'> {
  const old = actual ?? before
  return {
    ...(old !== undefined && old !== unknownValue && { before: old }),
    ...(after !== undefined && after !== unknownValue && { after }),
  }
}

/**
 * How the values of a detail differ: lists of named items by their items, documents by their statements. The API gives
 * them as JSON text, which it may cut off: then they are shown as they are.
 */
export function valueChanges(detail: ChangeDetail): readonly ValueChange[] {
  const [path, texts] = [pathOf(detail), textsOf(detail)]
  const [before, after] = [valueIn(texts.before), valueIn(texts.after)]
  const areKnown = typeof before === 'object' && typeof after === 'object'
  const changes = areKnown ? compareValues(path, before, after) : []
  if (changes.length > 0) return changes
  // What was changed by hand to what the template says now stays as it is.
  const isSame = detail.actual !== undefined && (areKnown || texts.before === texts.after)
  return isSame ? [] : [{ path, ...texts }]
}

/** Below the attribute; a whole property where the API says no more. */
function pathOf({ path = '', name }: ChangeDetail): IssuePath {
  const [, attribute, ...keys] = path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (attribute === 'Properties' && keys.length > 0) return keys
  return name === undefined ? [] : [name]
}

/** Undefined where the text is no JSON of a list or map. */
function valueIn(text: unknown): unknown {
  return typeof text === 'string' && /^\s*[[{]/.test(text) ? parseJson(text) : undefined
}

import Type, { type TSchema } from 'typebox'
import { entryNamePattern } from '../../names/entry-name.js'

/** A name of another entry; whether there is one is a rule, which knows the names and suggests the nearest. */
export const entryName = Type.String({ minLength: 1, patternErrorMessage: 'the name of an entry' })

/** What the schema says about one key, for editors, the reference page and messages. */
export type KeyFacts = {
  readonly description: string
  /** Left out where absence means "none". */
  readonly default?: unknown
  readonly examples: readonly unknown[]
  /** What a text must look like, in words: it ends the sentence "found x, expected ...". */
  readonly patternErrorMessage?: string
}

/** An open map whose keys are snake_case names, such as `iam_groups`. */
export function namedEntries<Entry extends TSchema>(entry: Entry, facts: KeyFacts) {
  return Type.Record(Type.String({ pattern: entryNamePattern }), entry, {
    ...facts,
    additionalProperties: false,
  })
}

/** A list of one kind of text. */
export function texts<Item extends TSchema>(
  item: Item,
  facts: KeyFacts & { readonly minItems?: number; readonly maxItems?: number },
) {
  return Type.Array(item, { ...facts })
}

/** One text, or a list of them. */
export function textOrTexts<Item extends TSchema>(item: Item, facts: KeyFacts) {
  return Type.Union([item, Type.Array(item, { minItems: 1 })], { ...facts })
}

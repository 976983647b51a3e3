import type { SourceText } from '@sec/common'

/** The texts that an action has read, by the names that issues give them. */
export interface Sources {
  readonly add: (source: SourceText) => void
  readonly textOf: (file: string) => string | undefined
}

export function createSources(): Sources {
  const texts = new Map<string, string>()
  return {
    add: ({ file, text }) => void texts.set(file, text),
    textOf: (file) => texts.get(file),
  }
}

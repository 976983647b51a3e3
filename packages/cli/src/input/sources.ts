import type { SourceText } from '@sec/common'

/** The texts that an action has read, by the names that issues give them. */
export interface Sources {
  readonly add: (source: SourceText) => void
  readonly textOf: (file: string) => string | undefined
}

/** @param onText - Told every text when it is added. */
export function createSources(onText: (text: string) => void = () => undefined): Sources {
  const texts = new Map<string, string>()
  return {
    add: ({ file, text }) => {
      texts.set(file, text)
      onText(text)
    },
    textOf: (file) => texts.get(file),
  }
}

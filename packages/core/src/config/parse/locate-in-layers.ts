import type { Anchor, IssuePath, SourceLocation, YamlDocument } from '@sec/common'

/** Place of the entry at `path` in the text that its value came from; of the nearest entry above when there is none. */
export type Locate = (path: IssuePath, anchor: Anchor) => SourceLocation

/**
 * Finds places in configs that lie over each other: the topmost text that has the entry is the one whose value counts.
 *
 * @param layers - The topmost first.
 */
export function locateInLayers(layers: readonly YamlDocument[], file: string): Locate {
  return (path, anchor) => {
    for (let length = path.length; length > 0; length -= 1) {
      // An entry that no text has stands at the nearest one above it: at that one's key.
      const place = placeOf(layers, path.slice(0, length), length === path.length ? anchor : 'key')
      if (place) return place
    }
    return { file, line: 1, column: 1 }
  }
}

function placeOf(
  layers: readonly YamlDocument[],
  path: IssuePath,
  anchor: Anchor,
): SourceLocation | undefined {
  for (const layer of layers) {
    const place = layer.locate(path, anchor)
    if (place) return place
  }
  return undefined
}

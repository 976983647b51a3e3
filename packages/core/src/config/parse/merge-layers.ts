import { isMap } from '@sec/common/iam'

type Map = Readonly<Record<string, unknown>>

/** Lays maps over each other, the topmost first: maps merge, everything else replaces. */
export function mergeLayers(layers: readonly Map[]): Map {
  return layers.length === 1
    ? (layers[0] as Map)
    : layers.reduceRight<Map>((below, above) => mergeMaps(below, above), {})
}

function mergeMaps(below: Map, above: Map): Map {
  const merged: Record<string, unknown> = Object.assign(Object.create(null), below)
  for (const [key, value] of Object.entries(above)) {
    const under = Object.hasOwn(below, key) ? below[key] : undefined
    merged[key] = isMap(under) && isMap(value) ? mergeMaps(under, value) : value
  }
  return merged
}

import type { Template } from '../../src/generate/template.js'

/** Each resource with those that it waits for. */
export function dependenciesOf({ Resources }: Template): ReadonlyMap<string, readonly string[]> {
  const ids = Object.keys(Resources)
  return new Map(
    ids.map((id) => [id, namedIn(Resources[id]?.Properties).filter((name) => ids.includes(name))]),
  )
}

function namedIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(namedIn)
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'Ref') return [String(item)]
    if (key === 'Fn::GetAtt') return [String((item as unknown[])[0])]
    return namedIn(item)
  })
}

/** A chain of resources that wait for each other, the first one again at its end; undefined when there is none. */
export function findCycle(template: Template): readonly string[] | undefined {
  const dependencies = dependenciesOf(template)
  const walk = (id: string, chain: readonly string[]): readonly string[] | undefined => {
    if (chain.includes(id)) return [...chain, id]
    for (const next of dependencies.get(id) ?? []) {
      const cycle = walk(next, [...chain, id])
      if (cycle) return cycle
    }
    return undefined
  }
  for (const id of dependencies.keys()) {
    const cycle = walk(id, [])
    if (cycle) return cycle
  }
  return undefined
}

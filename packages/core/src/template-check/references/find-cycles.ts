/** An arrow of a graph, with what its maker wants to know about it again. */
export interface Edge<Label> {
  readonly from: string
  readonly to: string
  readonly label: Label
}

/** More cycles than anybody reads at once; each further one costs a search through the graph. */
const maxCycles = 20

/**
 * Finds circles in a graph: a shortest one first, then those that are left without its last edge, and so on.
 *
 * @returns The edges of each circle in order; at most 20 circles.
 */
export function findCycles<Label>(edges: readonly Edge<Label>[]): Edge<Label>[][] {
  const cycles: Edge<Label>[][] = []
  let left = onCycles(edges)
  while (left.length > 0 && cycles.length < maxCycles) {
    const cycle = shortestCycle(left, (left[0] as Edge<Label>).from)
    if (cycle) cycles.push(cycle)
    const removed = cycle?.at(-1) ?? left[0]
    left = onCycles(left.filter((edge) => edge.from !== removed?.from || edge.to !== removed.to))
  }
  return cycles
}

/** Takes away, again and again, edges to where nothing leads on, and from where nothing leads. */
function onCycles<Label>(edges: readonly Edge<Label>[]): Edge<Label>[] {
  const forward = peel(edges, 'from', 'to')
  return peel(forward, 'to', 'from')
}

/** Keeps the edges whose `start` is reached over and over: not those that hang off a node without edges into it. */
function peel<Label>(edges: readonly Edge<Label>[], start: 'from' | 'to', end: 'from' | 'to'): Edge<Label>[] {
  const arrivals = new Map<string, number>()
  const byStart = grouped(edges, start)
  for (const edge of edges) {
    arrivals.set(edge[end], (arrivals.get(edge[end]) ?? 0) + 1)
  }
  const open = [...byStart.keys()].filter((node) => !arrivals.has(node))
  const gone = new Set<string>()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    gone.add(node)
    for (const edge of byStart.get(node) ?? []) {
      const count = (arrivals.get(edge[end]) ?? 0) - 1
      arrivals.set(edge[end], count)
      if (count === 0) open.push(edge[end])
    }
  }
  return edges.filter((edge) => !gone.has(edge[start]))
}

/** The shortest way from a node back to itself. */
function shortestCycle<Label>(edges: readonly Edge<Label>[], start: string): Edge<Label>[] | undefined {
  const byFrom = grouped(edges, 'from')
  const reachedBy = new Map<string, Edge<Label>>()
  const queue = [start]
  for (const node of queue) {
    for (const edge of byFrom.get(node) ?? []) {
      if (edge.to === start) return wayTo(edge, start, reachedBy)
      if (reachedBy.has(edge.to)) continue
      reachedBy.set(edge.to, edge)
      queue.push(edge.to)
    }
  }
  return undefined
}

function wayTo<Label>(last: Edge<Label>, start: string, reachedBy: ReadonlyMap<string, Edge<Label>>) {
  const way = [last]
  for (let edge = last; edge.from !== start; ) {
    const before = reachedBy.get(edge.from)
    if (!before) break
    way.unshift(before)
    edge = before
  }
  return way
}

function grouped<Label>(edges: readonly Edge<Label>[], end: 'from' | 'to'): Map<string, Edge<Label>[]> {
  const groups = new Map<string, Edge<Label>[]>()
  for (const edge of edges) {
    const group = groups.get(edge[end])
    if (group) group.push(edge)
    else groups.set(edge[end], [edge])
  }
  return groups
}

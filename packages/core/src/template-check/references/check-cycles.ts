import type { Issue, IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { TemplateView } from '../read/template-view.js'
import { type Edge, findCycles } from './find-cycles.js'

interface Label {
  readonly path: IssuePath
  readonly isConditional: boolean
}

/** Finds circles of resources, and of conditions; each is reported at its first reference, with the whole chain. */
export function checkCycles(view: TemplateView): Issue[] {
  return [
    ...findCycles(resourceEdges(view)).map((cycle) =>
      templateIssue('TEMPLATE_CYCLE', pathOf(cycle), { chain: chainOf(cycle) }, severityOf(cycle)),
    ),
    ...findCycles(conditionEdges(view)).map((cycle) =>
      templateIssue('TEMPLATE_CONDITION_CYCLE', pathOf(cycle), { chain: chainOf(cycle) }),
    ),
  ]
}

function resourceEdges({ references, sections }: TemplateView): Edge<Label>[] {
  const edges = references
    .filter(({ section, owner, target }) => {
      if (section !== 'Resources' || !sections.Resources.has(target)) return false
      return sections.Resources.has(owner) && !isServerless(sections.Resources.get(owner))
    })
    .map(({ owner, target, path, isConditional }) => ({
      from: owner,
      to: target,
      label: { path, isConditional },
    }))
  const order = [...sections.Resources.keys()]
  const position = new Map(order.map((id, index) => [id, index]))
  // From the first resource on, whatever refers to the next.
  return firstOfEach(edges).sort((a, b) => (position.get(a.from) ?? 0) - (position.get(b.from) ?? 0))
}

/** SAM makes several resources of one: an event that names an API is no dependency of the function. */
function isServerless(resource: unknown): boolean {
  return isMap(resource) && typeof resource.Type === 'string' && resource.Type.startsWith('AWS::Serverless::')
}

function conditionEdges({ calls, sections }: TemplateView): Edge<Label>[] {
  return firstOfEach(
    calls
      .filter(({ section, name, argument }) => {
        return section === 'Conditions' && name === 'Condition' && sections.Conditions.has(String(argument))
      })
      .map(({ owner, argument, path }) => ({
        from: owner,
        to: String(argument),
        label: { path, isConditional: false },
      })),
  )
}

/** One edge for each pair; one that always counts goes before one inside Fn::If. */
function firstOfEach(edges: readonly Edge<Label>[]): Edge<Label>[] {
  const byPair = new Map<string, Edge<Label>>()
  for (const edge of edges) {
    const pair = `${edge.from}\n${edge.to}`
    const known = byPair.get(pair)
    if (!known || (known.label.isConditional && !edge.label.isConditional)) byPair.set(pair, edge)
  }
  return [...byPair.values()]
}

function pathOf(cycle: readonly Edge<Label>[]): IssuePath {
  return cycle[0]?.label.path ?? []
}

function chainOf(cycle: readonly Edge<Label>[]): string[] {
  return [...cycle.map(({ from }) => from), cycle.at(-1)?.to ?? '']
}

/** CloudFormation evaluates Fn::If first: such a circle may never close. */
function severityOf(cycle: readonly Edge<Label>[]) {
  return cycle.some(({ label }) => label.isConditional) ? ({ severity: 'warning' } as const) : {}
}

import type { Issue, IssuePath } from '@sec/common'
import { isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { mayBeAdded } from '../read/freedom.js'
import type { TemplateView } from '../read/template-view.js'

interface Use {
  readonly name: string
  readonly path: IssuePath
}

/** Checks that the conditions which resources, outputs, Fn::If and other conditions name exist. */
export function checkConditionNames(view: TemplateView): Issue[] {
  const known = [...view.sections.Conditions.keys()]
  return [...usesInEntries(view), ...usesInCalls(view)]
    .filter(({ name }) => !view.sections.Conditions.has(name) && !mayBeAdded(name, view.freedom))
    .map(({ name, path }) => {
      const args = { found: quoted(name), nearest: view.nearest(name, known) }
      return templateIssue('TEMPLATE_UNKNOWN_CONDITION', path, args)
    })
}

function usesInEntries({ sections }: TemplateView): Use[] {
  return (['Resources', 'Outputs'] as const).flatMap((section) =>
    [...sections[section]].flatMap(([id, entry]) => {
      const name = isMap(entry) ? entry.Condition : undefined
      return typeof name === 'string' ? [{ name, path: [section, id, 'Condition'] }] : []
    }),
  )
}

function usesInCalls({ calls }: TemplateView): Use[] {
  return calls.flatMap(({ name, argument, path }) => {
    if (name === 'Condition') return [{ name: String(argument), path }]
    const first: unknown = name === 'Fn::If' && Array.isArray(argument) ? argument[0] : undefined
    return typeof first === 'string' ? [{ name: first, path: [...path, 0] }] : []
  })
}

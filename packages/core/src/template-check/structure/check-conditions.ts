import type { Issue } from '@sec/common'
import { describeValue, isMap } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { TemplateView } from '../read/template-view.js'

/** Checks that every condition is a function; which functions, their arguments and names are checked with the others. */
export function checkConditions({ sections, freedom }: TemplateView): Issue[] {
  if (freedom.isOpen) return []
  return [...sections.Conditions]
    .filter(([, value]) => value !== null && !isCondition(value))
    .map(([name, value]) =>
      templateIssue('TEMPLATE_CONDITION_SHAPE', ['Conditions', name], { found: describeValue(value) }),
    )
}

function isCondition(value: unknown): boolean {
  return isMap(value) && Object.keys(value).some((key) => key === 'Condition' || key.startsWith('Fn::'))
}

import type { Issue, IssuePath } from '@sec/common'
import { isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { TemplateView } from '../read/template-view.js'

/** Finds keys and items without a value: CloudFormation refuses null everywhere. */
export function checkNulls({ top }: TemplateView): Issue[] {
  const issues: Issue[] = []
  for (const [name, value] of Object.entries(top)) {
    // A Resources section without a value is reported as one without resources.
    if (name !== 'Resources' || value !== null) collect(value, [name], issues)
  }
  return issues
}

function collect(value: unknown, path: IssuePath, issues: Issue[]): void {
  if (value === null) issues.push(nullIssue(path))
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) collect(item, [...path, index], issues)
  else if (isMap(value)) for (const key of Object.keys(value)) collect(value[key], [...path, key], issues)
}

function nullIssue(path: IssuePath): Issue {
  const last = path.at(-1)
  const key = typeof last === 'string' ? quoted(last) : 'this item of the list'
  return templateIssue('TEMPLATE_NULL', path, { key }, { anchor: 'key' })
}

import type { Issue } from '@sec/common'
import { quoted } from '@sec/common/iam'
import { templateLimits } from '../../limits/template-limits.js'
import { templateIssue } from '../issues/template-issues.js'
import type { NamedSection, TemplateView } from '../read/template-view.js'

/** Conditions may have other characters than letters and digits, rules are left alone. */
const strictSections: Partial<Record<NamedSection, string>> = {
  Parameters: 'a parameter',
  Mappings: 'a mapping',
  Resources: 'a resource',
  Outputs: 'an output',
}

const namePattern = new RegExp(`^[A-Za-z0-9]{1,${templateLimits.nameCharacters}}$`)

/** Checks the names of entries: characters and length, and that no resource has the name of a parameter. */
export function checkNames(view: TemplateView): Issue[] {
  const sections = Object.entries(strictSections) as [NamedSection, string][]
  return [...sections.flatMap(([section, what]) => badNames(view, section, what)), ...sharedNames(view)]
}

function badNames({ sections, freedom }: TemplateView, section: NamedSection, what: string): Issue[] {
  if (freedom.isOpen) return []
  return [...sections[section].keys()]
    .filter((name) => !namePattern.test(name))
    .map((name) =>
      templateIssue('TEMPLATE_LOGICAL_ID', [section, name], { found: quoted(name), what }, { anchor: 'key' }),
    )
}

function sharedNames({ sections }: TemplateView): Issue[] {
  return [...sections.Resources.keys()]
    .filter((name) => sections.Parameters.has(name))
    .map((name) => templateIssue('TEMPLATE_ID_TWICE', ['Resources', name], { name }, { anchor: 'key' }))
}

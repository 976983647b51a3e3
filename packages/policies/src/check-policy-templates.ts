import type { Issue, SourceLocation } from '@sec/common'
import type { PolicyTemplate } from './policy-template.js'
import { logicalIdsOf, policyNamesOf } from './template-ids.js'
import { templateIssue } from './template-issues.js'

/** The place of a key in a template's file. */
export type LocateTemplate = (template: PolicyTemplate, key: 'service' | 'level' | 'name') => SourceLocation

/**
 * Checks templates against each other: two of the same service and level, or name, or with names in the account
 * or stack that collide.
 *
 * @param locate - Where a template's keys stand; without it, issues point at the start of the file.
 * @returns At most one issue a template, at the later one of the two.
 */
export function checkPolicyTemplates(
  templates: readonly PolicyTemplate[],
  locate: LocateTemplate = ({ file }) => ({ file, line: 1, column: 1 }),
): Issue[] {
  const owners = new Map<string, PolicyTemplate>()
  return templates.flatMap((template) => {
    const claims = claimsOf(template)
    const taken = claims.find(({ claim }) => owners.has(claim))
    const owner = taken && owners.get(taken.claim)
    for (const { claim } of claims) if (!owners.has(claim)) owners.set(claim, template)
    return taken && owner ? [taken.issue(owner.file, locate)] : []
  })
}

interface Claim {
  /** What no two templates may share, with a word before it that keeps the kinds apart. */
  readonly claim: string
  readonly issue: (other: string, locate: LocateTemplate) => Issue
}

/** What a template has for itself alone; the first that is taken is the cause of the rest. */
function claimsOf(template: PolicyTemplate): Claim[] {
  const { service, level, name } = template
  const ids = [...policyNamesOf(template), ...logicalIdsOf(template)]
  return [
    {
      claim: `level ${service} ${level}`,
      issue: (other, locate) =>
        templateIssue(
          'TEMPLATE_LEVEL_TWICE',
          ['level'],
          { service, level, other },
          at(locate(template, 'level')),
        ),
    },
    {
      claim: `name ${service} ${name}`,
      issue: (other, locate) =>
        templateIssue(
          'TEMPLATE_NAME_TWICE',
          ['name'],
          { service, name, other },
          at(locate(template, 'name')),
        ),
    },
    ...ids.map((id) => ({
      claim: `id ${id}`,
      issue: (other: string, locate: LocateTemplate) =>
        templateIssue('TEMPLATE_IDS_COLLIDE', ['name'], { id, other }, at(locate(template, 'name'))),
    })),
  ]
}

function at(location: SourceLocation) {
  return { location }
}

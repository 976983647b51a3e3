import type { IssuePath } from '@sec/common'
import type { PolicyTemplate } from '@sec/policies'
import { levelPolicyLogicalId } from '../names/logical-ids.js'
import { inlinePolicyNameOf, levelPolicyNameOf } from '../names/names.js'
import { type BuildContext, sortedEntries } from './build-context.js'
import { byPart, type Document, partWords, toStatementModel } from './documents.js'
import type { PermissionSource } from './owner.js'

/** The documents of the levels that an entry is assigned, in the order of services. */
export function levelDocuments({ entry, path }: PermissionSource, context: BuildContext): Document[] {
  const assignments = sortedEntries(entry.policy_assignments ?? {})
  return assignments.flatMap(([service, levels]) =>
    [levels].flat().flatMap((level, index) => {
      const template = context.templates.get(`${service}/${level}`)
      const at = [...path, 'policy_assignments', service]
      return template ? documentsOfLevel(template, Array.isArray(levels) ? [...at, index] : at, context) : []
    }),
  )
}

function documentsOfLevel(template: PolicyTemplate, path: IssuePath, context: BuildContext): Document[] {
  const { service, name, file } = template
  const statements = context.statementsOfLevel(template).map((resolved, statement) => ({
    part: resolved.part,
    model: toStatementModel(resolved, { kind: 'template', file, statement, path }),
  }))
  return byPart(statements).map(([part, models]) => ({
    kind: 'level',
    logicalId: levelPolicyLogicalId(service, name, part),
    policyName: levelPolicyNameOf(context.identity.prefix, service, name, part),
    inlineName: inlinePolicyNameOf(service, name, part),
    description: `SEC Provisioner: ${service} ${name}${partWords(part)}`,
    statements: models,
    path,
  }))
}

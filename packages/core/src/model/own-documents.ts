import { normalizeStatement } from '@sec/common/iam'
import { ownPolicyLogicalId } from '../names/logical-ids.js'
import { inlineOwnPolicyNameOf, type OwnerKind, ownPolicyNameOf } from '../names/names.js'
import type { BuildContext } from './build-context.js'
import {
  byPart,
  type Document,
  type PartedStatement,
  partWords,
  resolveStatement,
  toStatementModel,
} from './documents.js'
import type { Owner, PermissionSource } from './owner.js'

const ownerWords: Readonly<Record<OwnerKind, string>> = {
  group: 'group',
  role: 'role',
  xacct: 'cross-account role',
}

/** The documents of what belongs to one owner alone: what it may assume and pass, and its own statements. */
export function ownDocuments(owner: Owner, context: BuildContext): Document[] {
  const { kind, name, path } = owner
  return byPart(ownStatements(owner, context)).map(([part, statements]) => ({
    kind: 'own',
    logicalId: ownPolicyLogicalId(kind, name, part),
    policyName: ownPolicyNameOf(context.identity.prefix, kind, name, part),
    inlineName: inlineOwnPolicyNameOf(part),
    description: `SEC Provisioner: ${ownerWords[kind]} ${name}${partWords(part)}`,
    statements,
    path,
  }))
}

/** Where the entry's own statements are parted, the generated ones go into the first part. */
function ownStatements({ source, generated }: Owner, context: BuildContext): PartedStatement[] {
  const own = writtenStatements(source, context)
  const firstPart = own.some(({ part }) => part !== undefined) ? 1 : undefined
  return [...generated.map((model) => ({ part: firstPart, model })), ...own]
}

function writtenStatements({ entry, path }: PermissionSource, { resolver }: BuildContext): PartedStatement[] {
  return (entry.statements ?? []).map((written, index) => {
    const resolved = resolveStatement(normalizeStatement(written), resolver)
    const origin = { kind: 'config', path: [...path, 'statements', index] } as const
    return { part: resolved.part, model: toStatementModel(resolved, origin) }
  })
}

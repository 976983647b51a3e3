import type { IssuePath } from '@sec/common'
import type { Statement, WrittenStatement } from '@sec/common/iam'
import type { PolicyTemplate } from '@sec/policies'
import { findManagedPolicy } from '../aws-data/managed-policies.js'
import { levelPolicyLogicalId, ownPolicyLogicalId } from '../names/logical-ids.js'
import { inlinePolicyNameOf, levelPolicyNameOf, type OwnerKind, ownPolicyNameOf } from '../names/names.js'
import { type BuildContext, type GroupConfig, sortedEntries } from './build-context.js'
import type { Attachment, InlinePolicyModel, PolicyModel, StatementModel } from './model.js'

/** What one group or role may do: attachments or inline policies, and the policies that the attachments need. */
export interface Permissions {
  readonly attachments: readonly Attachment[]
  readonly inlinePolicies: readonly InlinePolicyModel[]
  readonly policies: readonly PolicyModel[]
}

/** Whose permissions are built. */
export interface Owner {
  readonly kind: OwnerKind
  readonly name: string
  readonly path: IssuePath
  /** Where the four permission keys stand: the owner itself, or the group that it mirrors. */
  readonly source: { readonly entry: PermissionKeys; readonly path: IssuePath }
  /** Statements that the tool writes: what the owner may assume and pass. */
  readonly generated: readonly StatementModel[]
}

export type PermissionKeys = Pick<GroupConfig, 'managed_policies' | 'policy_assignments' | 'statements'>

/** One document: of a level, of a part of one, or of an owner's own statements. */
interface Document {
  readonly kind: PolicyModel['kind']
  readonly logicalId: string
  readonly policyName: string
  readonly inlineName: string
  readonly description: string
  readonly statements: readonly StatementModel[]
  readonly path: IssuePath
}

/** The layout follows `group_policies` alone: it never depends on a size. */
export function buildPermissions(owner: Owner, context: BuildContext): Permissions {
  const documents = [...levelDocuments(owner, context), ...ownDocuments(owner, context)]
  const aws = awsAttachments(owner, context)
  if (context.config.security.group_policies === 'inline') {
    const inlinePolicies = documents.map(({ inlineName, statements, path }) => ({
      policyName: inlineName,
      statements,
      path,
    }))
    return { attachments: aws, inlinePolicies, policies: [] }
  }
  const policies = documents.map(({ inlineName: _name, ...policy }) => policy)
  const stack = policies.map(({ logicalId, policyName, path }) => ({
    kind: 'stack' as const,
    logicalId,
    policyName,
    path,
  }))
  return { attachments: [...stack, ...aws], inlinePolicies: [], policies }
}

function awsAttachments({ source }: Owner, { identity, portable }: BuildContext): Attachment[] {
  const partition = portable ? '${AWS::Partition}' : identity.partition
  return (source.entry.managed_policies ?? []).map((name, index) => ({
    kind: 'aws',
    arn: findManagedPolicy(name, partition).arn,
    path: [...source.path, 'managed_policies', index],
  }))
}

function levelDocuments({ source }: Owner, context: BuildContext): Document[] {
  const assignments = sortedEntries(source.entry.policy_assignments ?? {})
  return assignments.flatMap(([service, levels]) =>
    [levels].flat().flatMap((level, index) => {
      const template = context.templates.get(`${service}/${level}`)
      const at = [...source.path, 'policy_assignments', service]
      return template ? documentsOfLevel(template, Array.isArray(levels) ? [...at, index] : at, context) : []
    }),
  )
}

function documentsOfLevel(template: PolicyTemplate, path: IssuePath, context: BuildContext): Document[] {
  const statements = template.statements.map(
    (written, statement): PartedStatement => ({
      part: written.part,
      model: statementModel(written, context, { kind: 'template', file: template.file, statement, path }),
    }),
  )
  return byPart(statements).map(([part, models]) => ({
    kind: 'level',
    logicalId: levelPolicyLogicalId(template.service, template.name, part),
    policyName: levelPolicyNameOf(context.identity.prefix, template.service, template.name, part),
    inlineName: inlinePolicyNameOf(template.service, template.name, part),
    description: `SEC Provisioner: ${template.service} ${template.name}${part === undefined ? '' : `, part ${part}`}`,
    statements: models,
    path,
  }))
}

const ownerWords: Readonly<Record<OwnerKind, string>> = {
  group: 'group',
  role: 'role',
  xacct: 'cross-account role',
}

function ownDocuments(owner: Owner, context: BuildContext): Document[] {
  const { source } = owner
  const written = (source.entry.statements ?? []) as readonly WrittenStatement[]
  const own = written.map(
    (statement, index): PartedStatement => ({
      part: statement.part,
      model: statementModel(statement, context, {
        kind: 'config',
        path: [...source.path, 'statements', index],
      }),
    }),
  )
  const firstPart = own.some(({ part }) => part !== undefined) ? 1 : undefined
  const generated = owner.generated.map((model) => ({ part: firstPart, model }))
  return byPart([...generated, ...own]).map(([part, statements]) => ({
    kind: 'own',
    logicalId: ownPolicyLogicalId(owner.kind, owner.name, part),
    policyName: ownPolicyNameOf(context.identity.prefix, owner.kind, owner.name, part),
    inlineName: part === undefined ? 'own' : `own-${part}`,
    description: `SEC Provisioner: ${ownerWords[owner.kind]} ${owner.name}${part === undefined ? '' : `, part ${part}`}`,
    statements,
    path: owner.path,
  }))
}

interface PartedStatement {
  readonly part: number | undefined
  readonly model: StatementModel
}

/** Parts in their order; statements without a part are one document. */
function byPart(statements: readonly PartedStatement[]): [number | undefined, StatementModel[]][] {
  const parts = [...new Set(statements.map(({ part }) => part))].sort(
    (one, other) => (one ?? 0) - (other ?? 0),
  )
  return parts.map((part) => [
    part,
    statements.filter((statement) => statement.part === part).map(({ model }) => model),
  ])
}

function statementModel(
  written: WrittenStatement,
  context: BuildContext,
  origin: StatementModel['origin'],
): StatementModel {
  const statement = context.resolver.statement(written) as unknown as Statement
  return { statement, origin, ...(written.reason !== undefined && { reason: written.reason }) }
}

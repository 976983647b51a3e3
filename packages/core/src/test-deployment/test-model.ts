import type {
  Attachment,
  GroupModel,
  PolicyModel,
  RoleModel,
  SecModel,
  StatementModel,
} from '../model/model.js'
import { closedTrust } from './closed-trust.js'
import { type Rename, renameFor } from './own-names.js'
import { testSuffix } from './test-suffix.js'

/**
 * The estate under the names of a test deployment. The stack and every group, role and policy get the suffix, and
 * what names them follows: statements, trust, what may be assumed and passed. Nothing protects the stack and nobody
 * is notified. Logical ids, outputs and the stem stay.
 *
 * People and other accounts cannot assume its roles: their trust asks for what nobody meets. Service roles keep
 * their trust as it is. Only who may pass such a role can have a service act with it, and on a role of these names
 * the estate grants that to nobody but its test groups, which have no members, and test roles, which nobody assumes.
 *
 * @param suffix - As `makeTestSuffix` makes it.
 * @throws RangeError for another suffix: real names could collide with it.
 */
export function testModel(model: SecModel, suffix: string): SecModel {
  if (!testSuffix.test(suffix)) throw new RangeError(`not a test suffix: "${suffix}"`)
  const rename = renameFor(model, suffix)
  return {
    ...model,
    identity: { ...model.identity, stackName: `${model.identity.stackName}${suffix}` },
    policies: model.policies.map((policy) => testPolicy(policy, rename)),
    groups: model.groups.map((group) => testGroup(group, rename)),
    roles: model.roles.map((role) => testRole(role, rename)),
    deployment: { ...model.deployment, terminationProtection: false, notificationArns: [] },
  }
}

function testPolicy(policy: PolicyModel, rename: Rename): PolicyModel {
  const { policyName, statements } = policy
  return { ...policy, policyName: rename(policyName), statements: renamedIn(statements, rename) }
}

function testGroup(group: GroupModel, rename: Rename): GroupModel {
  const { groupName, mayAssume } = group
  return {
    ...group,
    ...testPermissions(group, rename),
    groupName: rename(groupName),
    mayAssume: mayAssume.map(rename),
  }
}

function testRole(role: RoleModel, rename: Rename): RoleModel {
  const { roleName, permissionsBoundary, kind } = role
  const trust = renamedIn(role.trust, rename)
  return {
    ...role,
    ...testPermissions(role, rename),
    roleName: rename(roleName),
    trust: kind === 'service' ? trust : trust.map(closed),
    ...(permissionsBoundary !== undefined && { permissionsBoundary: rename(permissionsBoundary) }),
  }
}

function closed(model: StatementModel): StatementModel {
  return { ...model, statement: closedTrust(model.statement) }
}

function testPermissions(owner: GroupModel | RoleModel, rename: Rename) {
  return {
    attachments: owner.attachments.map((attachment) => testAttachment(attachment, rename)),
    // Inline policies have no name in the account: theirs stand.
    inlinePolicies: owner.inlinePolicies.map((policy) => ({
      ...policy,
      statements: renamedIn(policy.statements, rename),
    })),
    mayPass: owner.mayPass.map((may) => ({ ...may, roleName: rename(may.roleName) })),
  }
}

function testAttachment(attachment: Attachment, rename: Rename): Attachment {
  return attachment.kind === 'aws'
    ? { ...attachment, arn: rename(attachment.arn) }
    : { ...attachment, policyName: rename(attachment.policyName) }
}

function renamedIn(statements: readonly StatementModel[], rename: Rename): StatementModel[] {
  return statements.map((model) => ({ ...model, statement: renamedTexts(model.statement, rename) }))
}

/** Every text of a value; keys name no resource. */
function renamedTexts<Value>(value: Value, rename: Rename): Value {
  if (typeof value === 'string') return rename(value) as Value
  if (Array.isArray(value)) return value.map((item) => renamedTexts(item, rename)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, renamedTexts(item, rename)]),
  ) as Value
}

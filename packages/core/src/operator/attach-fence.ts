import type { Attachment, GroupModel, RoleModel, SecModel } from '../model/model.js'
import { iamArnOf } from '../names/arns.js'
import { testSuffixPattern } from '../names/names.js'
import type { ResourceKind } from './aws-call.js'
import { fewestShares, type Share } from './fewest-shares.js'
import type { Grant } from './grant.js'
import { testPolicyName } from './test-policy-name.js'

type Owner = GroupModel | RoleModel

/**
 * Attaching is for policies that the config attaches. Those of this estate may go to every owner that has some of
 * them: they are few, and each is named. Those of AWS are written for whole accounts, `AdministratorAccess` among
 * them: each may go to the owners that have it in the config and to no other.
 */
export function attachGrants(
  grant: Grant,
  kind: ResourceKind,
  model: SecModel,
  owners: readonly Owner[],
): readonly Grant[] {
  const shares = (of: Attachment['kind']) => sharesOf(of, kind, model, owners)
  return [
    ...together(shares('stack')).map((share) => fenced(grant, 'Attach', share)),
    ...fewestShares(shares('aws')).map((share) => fenced(grant, 'AttachAws', share)),
  ]
}

function fenced(grant: Grant, ending: string, { owners, policies }: Share): Grant {
  const ArnLike = { 'iam:PolicyARN': policies }
  const condition = { ...grant.condition, ArnLike }
  return { sid: `${grant.sid}${ending}`, resources: owners, condition }
}

/** What each owner has of one kind of policy; owners without are left out. */
function sharesOf(
  of: Attachment['kind'],
  kind: ResourceKind,
  model: SecModel,
  owners: readonly Owner[],
): readonly Share[] {
  const isTest = kind.startsWith('test-')
  return owners.flatMap((owner) => {
    const attachments = owner.attachments.filter((attachment) => attachment.kind === of)
    const policies = attachments.map((attachment) => policyArn(attachment, isTest, model))
    return policies.length > 0
      ? [{ owners: [ownerArn(owner, isTest, model)], policies: sorted(policies) }]
      : []
  })
}

function together(shares: readonly Share[]): readonly Share[] {
  if (shares.length === 0) return []
  const policies = sorted(shares.flatMap((share) => share.policies))
  return [{ owners: shares.flatMap(({ owners }) => owners), policies }]
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort()
}

function policyArn(attachment: Attachment, isTest: boolean, model: SecModel): string {
  if (attachment.kind === 'aws') return attachment.arn
  const { policyName } = attachment
  return iamArnOf(model.identity, 'policy', isTest ? testPolicyName(policyName, model) : policyName)
}

function ownerArn(owner: Owner, isTest: boolean, { identity }: SecModel): string {
  const suffix = isTest ? testSuffixPattern : ''
  return 'groupName' in owner
    ? iamArnOf(identity, 'group', `${owner.groupName}${suffix}`)
    : iamArnOf(identity, 'role', `${owner.roleName}${suffix}`)
}

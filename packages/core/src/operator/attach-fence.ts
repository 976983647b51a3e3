import type { Attachment, GroupModel, RoleModel, SecModel } from '../model/model.js'
import { iamArnOf } from '../names/arns.js'
import { testSuffixPattern } from '../names/names.js'
import type { ResourceKind } from './aws-call.js'
import { fewestShares, type Share } from './fewest-shares.js'
import type { Grant } from './grant.js'

type Owner = GroupModel | RoleModel

/**
 * Attaching is for policies that the config attaches. Those of this estate may go to every owner that has some of
 * them: they grant what the config grants. Those of AWS may not: each goes to its own owners and to nobody else,
 * or whoever holds this policy could make an administrator of any group.
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
  const suffix = kind.startsWith('test-') ? testSuffixPattern : ''
  return owners.flatMap((owner) => {
    const attachments = owner.attachments.filter((attachment) => attachment.kind === of)
    const policies = attachments.map((attachment) => policyArn(attachment, suffix, model))
    return policies.length > 0
      ? [{ owners: [ownerArn(owner, suffix, model)], policies: sorted(policies) }]
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

/** In full for tests too: a pattern over all names of tests fits real ones, such as `…-group-qa-testing`. */
function policyArn(attachment: Attachment, suffix: string, { identity }: SecModel): string {
  if (attachment.kind === 'aws') return attachment.arn
  return iamArnOf(identity, 'policy', `${attachment.policyName}${suffix}`)
}

function ownerArn(owner: Owner, suffix: string, { identity }: SecModel): string {
  return 'groupName' in owner
    ? iamArnOf(identity, 'group', `${owner.groupName}${suffix}`)
    : iamArnOf(identity, 'role', `${owner.roleName}${suffix}`)
}

import type { IamEstate, IamManagedPolicy, ObservedPolicy } from '@sec/common/iam'
import { compareDescription, comparePath } from './compare-settings.js'
import { together } from './comparison.js'
import { documentChange, unreadable } from './document-change.js'
import type { DriftDifference, DriftFinding, DriftSubject } from './drift-finding.js'
import { policyEffect } from './policy-effect.js'

export const comparePolicy = together<IamManagedPolicy, ObservedPolicy>(
  comparePath,
  compareDescription,
  compareDefaultVersion,
  newerVersions,
  foreignAttachments,
)

function compareDefaultVersion(
  expected: IamManagedPolicy,
  found: ObservedPolicy,
  subject: DriftSubject,
): readonly DriftFinding[] {
  const change = documentChange(expected.document, found.document)
  if (change === 'same') return []
  const versionId = found.defaultVersionId
  return change === 'unreadable'
    ? [unreadable(subject, `version ${versionId}`)]
    : [{ kind: 'changed-policy-document', subject, ...change, versionId, attachedTo: sorted(found) }]
}

/** IAM lists them in no order. */
function sorted({ attachedTo }: ObservedPolicy): ObservedPolicy['attachedTo'] {
  const { groups, roles, users } = attachedTo
  return { groups: [...groups].sort(), roles: [...roles].sort(), users: [...users].sort() }
}

/**
 * CloudFormation makes every version that it writes the default one, also when it rolls back, and leaves the older
 * ones until there are five. So older versions are normal, and a newer one is somebody else's: prepared, or left when
 * the default was set back by hand. The difference in access, if there is any, is a finding of its own.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html | Versions}
 */
function newerVersions(
  _expected: IamManagedPolicy,
  { defaultVersionId, versionIds }: ObservedPolicy,
  subject: DriftSubject,
): readonly DriftDifference[] {
  const newerVersionIds = versionIds
    .filter((id) => numberOf(id) > numberOf(defaultVersionId))
    .sort((one, other) => numberOf(one) - numberOf(other))
  if (newerVersionIds.length === 0) return []
  return [{ kind: 'newer-versions', subject, effect: 'other', defaultVersionId, newerVersionIds }]
}

/** `v12` -> 12. */
function numberOf(versionId: string): number {
  return Number(versionId.slice(1))
}

/** What the estate's own groups and roles have is compared there. */
function foreignAttachments(
  { arn }: IamManagedPolicy,
  { attachedTo }: ObservedPolicy,
  subject: DriftSubject,
  estate: IamEstate,
): readonly DriftDifference[] {
  const own = {
    group: new Set(estate.groups.map(({ groupName }) => groupName)),
    role: new Set(estate.roles.map(({ roleName }) => roleName)),
    user: new Set<string>(),
  }
  const holders = [
    ...attachedTo.groups.map((name) => ({ type: 'group', name }) as const),
    ...attachedTo.roles.map((name) => ({ type: 'role', name }) as const),
    ...attachedTo.users.map((name) => ({ type: 'user', name }) as const),
  ].filter(({ type, name }) => !own[type].has(name))
  const effect = policyEffect(arn, 'gained', estate)
  return holders.map((holder) => ({ kind: 'foreign-attachment', subject, effect, holder }))
}

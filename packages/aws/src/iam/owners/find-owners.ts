import type { EstateNames } from '@sec/common/iam'
import { mapAtOnce } from '../map-at-once.js'
import type { IamApi } from '../ports.js'
import { type OwningStack, stackOfTags } from './stack-of-tags.js'

/** A name that is taken, and by whom. Groups and policies carry no tags that tell. */
export interface OwnedName {
  readonly kind: 'group' | 'role' | 'policy'
  /** As it was asked for; a policy's ARN. */
  readonly name: string
  readonly owner: OwningStack | { readonly kind: 'unknown' }
}

/** The calls that looking for owners takes. */
export type OwnerReads = Pick<IamApi, 'getGroup' | 'getPolicy' | 'getRole'>

/**
 * Which of the names exist already, and who owns them: groups, roles, policies, in the order of the names.
 *
 * @throws ProvisionerError when a name could not be looked at.
 */
export async function findOwners(api: OwnerReads, names: EstateNames): Promise<readonly OwnedName[]> {
  const found = await mapAtOnce(looks(api, names), (look) => look())
  return found.filter((owned) => owned !== undefined)
}

type Look = () => Promise<OwnedName | undefined>

function looks(api: OwnerReads, names: EstateNames): readonly Look[] {
  return [
    ...names.groupNames.map((name) => async () => unowned('group', name, await api.getGroup(name))),
    ...names.roleNames.map((name) => () => ownerOfRole(api, name)),
    ...names.policyArns.map((name) => async () => unowned('policy', name, await api.getPolicy(name))),
  ]
}

function unowned(kind: OwnedName['kind'], name: string, found: unknown): OwnedName | undefined {
  return found === undefined ? undefined : { kind, name, owner: { kind: 'unknown' } }
}

async function ownerOfRole(api: OwnerReads, name: string): Promise<OwnedName | undefined> {
  const role = await api.getRole(name)
  return role && { kind: 'role', name, owner: stackOfTags(role.tags) ?? { kind: 'unknown' } }
}

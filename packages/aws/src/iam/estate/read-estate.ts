import type { EstateNames, Observation, ObservedEstate } from '@sec/common/iam'
import { mapAtOnce } from '../map-at-once.js'
import { observe } from './observe.js'
import { type GroupReads, readGroup } from './read-group.js'
import { type PolicyReads, readPolicy } from './read-policy.js'
import { type RoleReads, readRole } from './read-role.js'

/** The calls that reading an estate takes. */
export type EstateReads = GroupReads & RoleReads & PolicyReads

export interface ReadEstateOptions {
  /** Told of every name when it is read, for progress. */
  readonly onRead?: (observation: Observation<unknown>) => void
}

/**
 * Looks at every name. One that could not be read is said to be so, with the reason.
 *
 * @throws ProvisionerError for what ends every read alike: expired credentials, a wrong account, an interruption.
 */
export async function readEstate(
  api: EstateReads,
  names: EstateNames,
  { onRead }: ReadEstateOptions = {},
): Promise<ObservedEstate> {
  const look =
    <Found>(read: (name: string) => Promise<Found | undefined>) =>
    async (name: string) => {
      const observation = await observe(name, () => read(name))
      onRead?.(observation)
      return observation
    }
  return {
    groups: await mapAtOnce(
      names.groupNames,
      look((name) => readGroup(api, name)),
    ),
    roles: await mapAtOnce(
      names.roleNames,
      look((name) => readRole(api, name)),
    ),
    policies: await mapAtOnce(
      names.policyArns,
      look((arn) => readPolicy(api, arn)),
    ),
  }
}

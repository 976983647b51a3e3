import type { IamEstate, IamGroup, IamRole } from '@sec/common/iam'
import { allowedRequests } from './allowed-requests.js'
import { type KnownPermissions, knownPermissions } from './known-statements.js'
import type { ContextEntry } from './meet-conditions.js'
import type { SamplePlace } from './sample-resource.js'

/** Whom a simulation is about. */
export interface SimulatedPrincipal {
  readonly principal: 'group' | 'role'
  readonly name: string
  readonly principalArn: string
}

/** One request that IAM's policy simulator must allow, or why a group or role has none that is known to be allowed. */
export type Simulation =
  | (SimulatedPrincipal & {
      readonly kind: 'statement'
      /** The policy that allows it. */
      readonly policyName: string
      /** The statement's `Sid`, where it has one. */
      readonly sid?: string
      readonly action: string
      /** An ARN, or `*`. */
      readonly resourceArn: string
      /** What the request must hold for the statement's condition to be met. */
      readonly context: readonly ContextEntry[]
      /**
       * ARNs of the permissions boundary and of policies of the account outside the estate. Their documents are not
       * known: where there are any, a refusal is not the estate's fault.
       */
      readonly mayBeRefusedBy: readonly string[]
    })
  | (SimulatedPrincipal & { readonly kind: 'no-statement'; readonly reason: string })

/**
 * For every group and role one request that its own policies allow: an action without wildcards on one resource that
 * the statement's pattern fits. Statements without a condition go first, then those whose condition a request can
 * plainly meet. What a refusal of the same group or role may cover is not taken.
 *
 * @param place - Fills the wildcards of ARNs.
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html | SimulatePrincipalPolicy}
 */
export function chooseSimulations(estate: IamEstate, place: SamplePlace): readonly Simulation[] {
  return [
    ...estate.groups.map((group) =>
      chooseFor(group, whoIs('group', group.groupName, group, place), estate, place),
    ),
    ...estate.roles.map((role) => chooseFor(role, whoIs('role', role.roleName, role, place), estate, place)),
  ]
}

function whoIs(
  principal: 'group' | 'role',
  name: string,
  { path }: IamGroup | IamRole,
  { partition, accountId }: SamplePlace,
): SimulatedPrincipal {
  return { principal, name, principalArn: `arn:${partition}:iam::${accountId}:${principal}${path}${name}` }
}

function chooseFor(
  holder: IamGroup | IamRole,
  who: SimulatedPrincipal,
  estate: IamEstate,
  place: SamplePlace,
): Simulation {
  const known = knownPermissions(holder, estate)
  const [best] = allowedRequests(known.statements, place)
  if (best === undefined) return { ...who, kind: 'no-statement', reason: reasonOf(known) }
  const { safety: _safety, ...request } = best
  return { ...who, kind: 'statement', ...request, mayBeRefusedBy: unknownRefusals(holder, known) }
}

function reasonOf({ statements, unknownPolicyArns }: KnownPermissions): string {
  if (statements.length > 0) return 'none of its statements allows one action on one resource for sure'
  return unknownPolicyArns.length > 0
    ? 'it has only policies whose documents the estate does not hold, such as those of AWS'
    : 'it has no policy'
}

function unknownRefusals(
  holder: IamGroup | IamRole,
  { unknownPolicyArns }: KnownPermissions,
): readonly string[] {
  const boundary = 'permissionsBoundary' in holder ? holder.permissionsBoundary : undefined
  const ofAccount = unknownPolicyArns.filter((arn) => !arn.includes(':iam::aws:'))
  return [...(boundary === undefined ? [] : [boundary]), ...ofAccount]
}

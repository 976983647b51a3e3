import type { IamEstate, Observation, ObservedEstate } from '@sec/common/iam'
import { compareGroup } from './compare-group.js'
import { comparePolicy } from './compare-policy.js'
import { compareRole } from './compare-role.js'
import type { DriftFinding, DriftSubject, EstateDrift } from './drift-finding.js'

/**
 * Compares an estate with what IAM has, in everything that a template sets and in what IAM lets people add to it.
 * How something is written is no difference; members of groups and AWS's own tags are none, either.
 *
 * @param expected - What the template makes.
 * @param observed - What was read: groups and roles by name, policies by ARN. A name that nobody looked at is reported
 *   as not checked.
 */
export function compareEstate(expected: IamEstate, observed: ObservedEstate): EstateDrift {
  const [groups, roles, policies] = [
    byName(observed.groups),
    byName(observed.roles),
    byName(observed.policies),
  ]
  return {
    findings: [
      ...expected.groups.flatMap((group) =>
        look({ type: 'group', name: group.groupName }, groups.get(group.groupName), (found, subject) =>
          compareGroup(group, found, subject, expected),
        ),
      ),
      ...expected.roles.flatMap((role) =>
        look({ type: 'role', name: role.roleName }, roles.get(role.roleName), (found, subject) =>
          compareRole(role, found, subject, expected),
        ),
      ),
      ...expected.policies.flatMap((policy) =>
        look({ type: 'policy', name: policy.policyName }, policies.get(policy.arn), (found, subject) =>
          comparePolicy(policy, found, subject, expected),
        ),
      ),
    ],
  }
}

function byName<Found>(observations: readonly Observation<Found>[]): ReadonlyMap<string, Observation<Found>> {
  return new Map(observations.map((observation) => [observation.name, observation]))
}

function look<Found>(
  subject: DriftSubject,
  observation: Observation<Found> | undefined,
  compare: (found: Found, subject: DriftSubject) => readonly DriftFinding[],
): readonly DriftFinding[] {
  if (observation === undefined) return [{ kind: 'not-checked', subject, reason: 'nobody looked at it' }]
  switch (observation.kind) {
    case 'found':
      return compare(observation.found, subject)
    case 'missing':
      // Whoever had its permissions has them no more, and a policy's refusals go with it.
      return [{ kind: 'missing', subject, effect: subject.type === 'policy' ? 'other' : 'narrower' }]
    case 'not-checked':
      return [{ kind: 'not-checked', subject, reason: observation.reason }]
  }
}

import type { EstateNames, IamEstate } from '@sec/common/iam'

/** The names of what an estate holds. */
export function namesIn({ groups, roles, policies }: IamEstate): EstateNames {
  return {
    groupNames: groups.map(({ groupName }) => groupName),
    roleNames: roles.map(({ roleName }) => roleName),
    policyArns: policies.map(({ arn }) => arn),
  }
}

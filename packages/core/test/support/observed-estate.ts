import type { IamEstate, Observation, ObservedEstate } from '@sec/common/iam'
import { estateOf } from '../../src/estate/template-estate.js'
import { type Compiled, compileFile, examplesFolder } from './compile.js'

/** What a reader of IAM finds where an estate is deployed and nobody touched it. */
export function observedFrom(estate: IamEstate): ObservedEstate {
  return {
    groups: estate.groups.map((group) => found(group.groupName, { ...group, memberNames: [] })),
    roles: estate.roles.map((role) => found(role.roleName, { ...role, awsTags: {} })),
    policies: estate.policies.map((policy) =>
      found(policy.arn, {
        ...policy,
        defaultVersionId: 'v1',
        versionIds: ['v1'],
        attachedTo: {
          groups: estate.groups.filter(has(policy.arn)).map(({ groupName }) => groupName),
          roles: estate.roles.filter(has(policy.arn)).map(({ roleName }) => roleName),
          users: [],
        },
      }),
    ),
  }
}

function found<Found>(name: string, thing: Found): Observation<Found> {
  return { kind: 'found', name, found: thing }
}

function has(arn: string) {
  return ({ attachedPolicyArns }: { readonly attachedPolicyArns: readonly string[] }) =>
    attachedPolicyArns.includes(arn)
}

const compiled = new Map<string, Compiled>()

/** An example of the repository, by the name of its file. */
export function compileExample(name: string): Compiled {
  const known = compiled.get(name) ?? compileFile(`${examplesFolder}/${name}.yaml`)
  compiled.set(name, known)
  return known
}

export function exampleEstate(name: string): IamEstate {
  const { template, model } = compileExample(name)
  return estateOf(template, model.identity)
}

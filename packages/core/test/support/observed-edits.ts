import {
  type AnyDocument,
  isMap,
  type Observation,
  type ObservedEstate,
  type ObservedGroup,
  type ObservedPolicy,
  type ObservedRole,
} from '@sec/common/iam'

export const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`
export const ownPolicy = (name: string) => `arn:aws:iam::111122223333:policy/${name}`

/** A statement that no example has. */
export const plantedStatement = {
  Sid: 'Planted',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::planted/*',
}
export const plantedDenial = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::planted/*' }

type Named = { readonly name: string }
/** A change of the whole estate. */
export type Edit = (observed: ObservedEstate) => ObservedEstate

type Change<Thing> = (thing: Thing) => Thing

function change<Thing>(
  list: readonly Observation<Thing>[],
  ending: string,
  edit: Change<Thing>,
): readonly Observation<Thing>[] {
  if (!list.some(isOf(ending))) throw new Error(`no name ends in ${ending}`)
  return list.map((item) =>
    isOf(ending)(item) && item.kind === 'found' ? { ...item, found: edit(item.found) } : item,
  )
}

export function isOf(ending: string) {
  return ({ name }: Named) => name.endsWith(ending)
}

export const onGroup = (ending: string, edit: Change<ObservedGroup>) => (observed: ObservedEstate) => ({
  ...observed,
  groups: change(observed.groups, ending, edit),
})
export const onRole = (ending: string, edit: Change<ObservedRole>) => (observed: ObservedEstate) => ({
  ...observed,
  roles: change(observed.roles, ending, edit),
})
export const onPolicy = (ending: string, edit: Change<ObservedPolicy>) => (observed: ObservedEstate) => ({
  ...observed,
  policies: change(observed.policies, ending, edit),
})

/** One edit after the other. */
export const both =
  (...edits: readonly Edit[]) =>
  (observed: ObservedEstate) =>
    edits.reduce((state, edit) => edit(state), observed)

export function remove<Thing>(
  list: readonly Observation<Thing>[],
  ending: string,
): readonly Observation<Thing>[] {
  return list.map((item) => (isOf(ending)(item) ? { kind: 'missing', name: item.name } : item))
}

type Written = Readonly<Record<string, unknown>>

export function statements(
  document: AnyDocument,
  edit: (list: readonly Written[]) => readonly Written[],
): AnyDocument {
  const { Statement, ...rest } = document as { readonly Statement: readonly Written[] }
  return { ...rest, Statement: edit(Statement) }
}

export const statement = (sid: string, edit: Change<Written>) => (list: readonly Written[]) => {
  if (!list.some(({ Sid }) => Sid === sid)) throw new Error(`no statement ${sid}`)
  return list.map((one) => (one.Sid === sid ? edit(one) : one))
}
export const without = (sid: string) => (list: readonly Written[]) => list.filter(({ Sid }) => Sid !== sid)

export const document =
  (edit: (list: readonly Written[]) => readonly Written[]) => (policy: ObservedPolicy) => ({
    ...policy,
    document: statements(policy.document, edit),
    defaultVersionId: 'v2',
    versionIds: ['v2', 'v1'],
  })
export const trust = (edit: (list: readonly Written[]) => readonly Written[]) => (role: ObservedRole) => ({
  ...role,
  trustPolicy: statements(role.trustPolicy, edit),
})
export const inline =
  (policyName: string, edit: (list: readonly Written[]) => readonly Written[]) =>
  <Holder extends ObservedGroup | ObservedRole>(holder: Holder): Holder => ({
    ...holder,
    inlinePolicies: holder.inlinePolicies.map((policy) =>
      policy.policyName === policyName ? { ...policy, document: statements(policy.document, edit) } : policy,
    ),
  })
export const addInline =
  (policyName: string, ...list: readonly Written[]) =>
  <Holder extends ObservedGroup | ObservedRole>(holder: Holder): Holder => ({
    ...holder,
    inlinePolicies: [
      ...holder.inlinePolicies,
      { policyName, document: { Version: '2012-10-17', Statement: list } },
    ],
  })
export const attached =
  (arn: string) =>
  <Holder extends ObservedGroup | ObservedRole>(holder: Holder): Holder => ({
    ...holder,
    attachedPolicyArns: [...holder.attachedPolicyArns, arn],
  })
export const detached =
  (ending: string) =>
  <Holder extends ObservedGroup | ObservedRole>(holder: Holder): Holder => ({
    ...holder,
    attachedPolicyArns: holder.attachedPolicyArns.filter((arn) => !arn.endsWith(ending)),
  })

export const conditionWithout = (operator: string) => (one: Written) => {
  const { [operator]: _gone, ...Condition } = isMap(one.Condition) ? one.Condition : {}
  return { ...one, Condition }
}

import { actionCalls } from '@sec/core'
import { describe, expect, it } from 'vitest'
import { type EstateName, operatorConfig } from './support/operator-configs.js'
import { exceptions, isException } from './support/operator-exceptions.js'
import { exportedPolicies } from './support/operator-policy.js'
import { keyOf, type Permission, permissionsIn, rowsOf, without } from './support/operator-removals.js'
import { runScenario } from './support/operator-runs.js'
import { type OperatorScenario, operatorScenarios } from './support/operator-scenarios.js'
import { folderWith } from './support/run-sec.js'

const estates: readonly EstateName[] = ['managed', 'inline', 'service-role']

/** What the policy of each estate allows; which account it is about plays no role. */
const allowed = new Map(
  await Promise.all(estates.map(async (name) => [name, await allowedIn(name)] as const)),
)

async function allowedIn(estate: EstateName): Promise<readonly Permission[]> {
  const folder = folderWith(operatorConfig(estate, 'usual', '123456789012'))
  const nobody = { accessKeyId: 'x', secretAccessKey: 'x' }
  return permissionsIn(
    await exportedPolicies({ endpointUrl: 'http://localhost', credentials: nobody, folder }),
  )
}

const permissions = new Map([...allowed.values()].flat().map((each) => [keyOf(each), each]))
const needed = [...permissions.values()].filter((permission) => !isException(permission))

/** The situations in which the permission may be used, the likeliest first. */
function scenariosFor(permission: Permission): readonly OperatorScenario[] {
  const actions = new Set(rowsOf(permission).map(({ of }) => of))
  const likely = likelyIn(permission.action)
  return operatorScenarios
    .filter(({ estate, action }) => actions.has(action) && isAllowed(permission, estate))
    .sort((a, b) => Number(likely.test(b.name)) - Number(likely.test(a.name)))
}

function isAllowed(permission: Permission, estate: EstateName): boolean {
  return (allowed.get(estate) ?? []).some((each) => keyOf(each) === keyOf(permission))
}

/** Where a permission is used, by its action; only the order of the attempts depends on it. */
const likely: readonly (readonly [RegExp, RegExp])[] = [
  [/ContinueUpdateRollback/, /stuck/],
  [/UpdateTerminationProtection/, /^termination protection/],
  [/Get(Group|Role)Policy|GetPolicyVersion|Drift/, /^(a check|a test through)/],
  [/(Group|Role)Policies|ListEntities|InstanceProfiles|GetTemplate/, /^a look at a stack from/],
  [/DeletePolicyVersion/, /^a deletion$/],
  [/iam:Get|ListStacks|ChangeSet$|s3:|GetParameter$/, /^a (first look|look through|test through)/],
  [/ListChangeSets/, /change set fails$/],
  [/Create(Group|Role|Policy)$|Attach|iam:Put(Group|Role)Policy|TagRole$/, /^a creation/],
  [/AddTags|DeleteParameters|Update|Untag|PolicyVersion|Boundary/, /^an update of everything$/],
  [/Delete|Detach|ListBucket/, /^a deletion( with (foreign|templates).*)?$/],
]

function likelyIn(action: string): RegExp {
  return likely.find(([pattern]) => pattern.test(action))?.[1] ?? /^a creation/
}

/** Where the life of a stack ends without the permission, with a message that names it. */
async function failureWithout(permission: Permission): Promise<string | undefined> {
  const names = new RegExp(`(denied|authorized to perform:) ${permission.action}\\b`)
  for (const scenario of scenariosFor(permission)) {
    const { exitCode, out, err } = await runScenario(scenario, without([permission]))
    if (exitCode !== 0 && names.test(out + err)) return scenario.name
  }
  return undefined
}

describe("without one action of one statement of the operator's policy some run fails, and names it", () => {
  it.concurrent.each(needed)('$sid $action', async (permission) => {
    expect(await failureWithout(permission)).toEqual(expect.any(String))
  })
})

it('the exceptions are about permissions that the policy has', () => {
  expect(exceptions.map(keyOf).filter((key) => !permissions.has(key))).toEqual([])
})

it('the estates reach every row of the table of calls but those that need no permission', () => {
  const reached = new Set(
    [...permissions.values()].flatMap(rowsOf).map(({ on, action }) => `${on} ${action}`),
  )
  const rows = Object.values(actionCalls)
    .flat()
    .filter(({ on }) => on !== 'nothing')
  expect(rows.filter(({ on, action }) => !reached.has(`${on} ${action}`))).toEqual([])
})

import type { StackSummary } from '@sec/aws'
import { findOwners, type OwnedName, ownedNameIssue } from '@sec/aws/iam'
import type { Issue } from '@sec/common'
import { type Identity, pathOfLogicalId } from '@sec/core'
import { type Deployed, estateIn } from './deployed.js'
import { namesIn } from './estate-names.js'
import { finding } from './finding-kinds.js'
import { overtaken } from './overtaken.js'
import type { AwsRun } from './run.js'
import { stopFor } from './stop.js'

/** Before a stack is created: the names to be made must be free, and no other stack may hold the estate. */
export async function checkNames(run: AwsRun, deployed: Deployed): Promise<void> {
  const estate = estateIn(run, run.template, {})
  const stacks = await run.aws.stacks.listStacks()
  const owned = await findOwners(run.iam, namesIn(estate))
  const idByName = new Map(Object.entries(estate.resources).map(([id, { physicalId }]) => [physicalId, id]))
  const taken = owned.map((name) => atConfigLine(name, run, idByName.get(name.name)))
  const findings = [...otherStacks(stacks, owned, run.model.identity), ...taken]
  // Names that this very stack has taken meanwhile are nobody else's.
  const quicker = taken.length > 0 ? await overtaken(run, deployed) : undefined
  if (quicker) throw quicker
  await stopFor(run, findings)
}

/** A stack under another tier; one of another region is known by the roles that it owns, which say more. */
function otherStacks(
  stacks: readonly StackSummary[],
  owned: readonly OwnedName[],
  { prefix, region, stackName }: Identity,
): readonly Issue[] {
  const isOfPrefix = new RegExp(`^${prefix}-${region}-[a-z]+-sec-stack$`)
  const owners = new Set(owned.map(({ owner }) => ('stackName' in owner ? owner.stackName : '')))
  return stacks
    .map((stack) => stack.stackName)
    .filter((name) => isOfPrefix.test(name) && name !== stackName && !owners.has(name))
    .map((stack) => finding('STACK_OF_OTHER_TIER', ['tier', 'name'], { stack, prefix }))
}

function atConfigLine(name: OwnedName, { model }: AwsRun, logicalId: string | undefined): Issue {
  const path = logicalId === undefined ? undefined : pathOfLogicalId(model, logicalId)
  return { ...ownedNameIssue(name), ...(path && { path, anchor: 'key' as const }) }
}

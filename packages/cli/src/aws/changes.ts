import type { ResourceChange } from '@sec/aws'
import type { IamEstate } from '@sec/common/iam'
import {
  type AccessChange,
  compareAccess,
  compareSections,
  compareTemplates,
  isAdministratorLike,
  mergeChanges,
  type ShownChanges,
} from '@sec/core'
import { type Deployed, estateIn } from './deployed.js'
import type { AwsRun } from './run.js'

/** What a deployment would change: resources, and who gains or loses what. */
export interface Changes extends ShownChanges {
  readonly access: readonly AccessChange[]
  /** Administrator-like groups and roles whose access grows. */
  readonly growingAdministrators: readonly string[]
  /** True when something is deleted or replaced. */
  readonly isDeleting: boolean
}

/** Puts together what CloudFormation says and what the two templates say. */
export function changesOf(
  run: AwsRun,
  { template, stack }: Pick<Deployed, 'template' | 'stack'>,
  changeSet: readonly ResourceChange[],
): Changes {
  const after = estateIn(run, run.template, run.model.tags)
  const before = template && estateIn(run, template, stack?.tags ?? {})
  const differences = compareTemplates(template, run.template, run.model.identity)
  const shown = mergeChanges(changeSet, differences, template ? compareSections(template, run.template) : [])
  const access = compareAccess(before, after)
  return {
    ...shown,
    access,
    growingAdministrators: access
      .filter((change) => change.grows && isAdministrator(change, after))
      .map(nameOf),
    isDeleting: shown.resources.some(
      ({ action, replacement }) => action === 'Remove' || replacement === 'True',
    ),
  }
}

function isAdministrator({ kind, name }: AccessChange, estate: IamEstate): boolean {
  const principal =
    kind === 'group'
      ? estate.groups.find(({ groupName }) => groupName === name)
      : estate.roles.find(({ roleName }) => roleName === name)
  return principal !== undefined && isAdministratorLike(principal, estate)
}

function nameOf({ kind, name }: AccessChange): string {
  return `${kind} ${name}`
}

import { pascalCase } from '@sec/common'
import type { OwnerKind } from './names.js'

const ownerPrefix: Readonly<Record<OwnerKind, string>> = { group: 'Group', role: 'Role', xacct: 'Xacct' }

/** `GroupDataScientists`, `RoleSagemakerExecution`, `XacctDeploymentRole`. */
export function entryLogicalId(owner: OwnerKind, configName: string): string {
  return `${ownerPrefix[owner]}${pascalCase(configName)}`
}

/** `PolicyS3Level2ProjectBucketsOnly`; a part (from 1) adds its number. */
export function levelPolicyLogicalId(service: string, levelName: string, part?: number): string {
  return `Policy${pascalCase(service)}${pascalCase(levelName)}${part ?? ''}`
}

/** `PolicyGroupDataScientists`; a part (from 1) adds its number. */
export function ownPolicyLogicalId(owner: OwnerKind, configName: string, part?: number): string {
  return `Policy${entryLogicalId(owner, configName)}${part ?? ''}`
}

/** The key of the output that holds a resource's ARN. */
export function outputKeyOf(logicalId: string): string {
  return `${logicalId}Arn`
}

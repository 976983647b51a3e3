import type { Role } from '@aws-sdk/client-iam'
import { fromApiTags } from '../../clients/tags.js'
import type { RoleDescription } from '../ports.js'
import { decodeDocument } from './decode-document.js'

/** IAM's own when nobody sets one. */
const defaultSessionSeconds = 3600

/** IAM's answer as plain data. */
export function describeRole(roleName: string, role: Role | undefined): RoleDescription {
  const boundary = role?.PermissionsBoundary?.PermissionsBoundaryArn
  return {
    roleName: role?.RoleName ?? roleName,
    path: role?.Path ?? '/',
    description: role?.Description ?? '',
    trustPolicy: decodeDocument(role?.AssumeRolePolicyDocument ?? ''),
    maxSessionSeconds: role?.MaxSessionDuration ?? defaultSessionSeconds,
    ...(boundary !== undefined && { permissionsBoundary: boundary }),
    tags: fromApiTags(role?.Tags),
  }
}

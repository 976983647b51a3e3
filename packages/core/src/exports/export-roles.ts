import { toPolicyDocument } from '../generate/policy-document.js'
import type { SecModel } from '../model/model.js'
import { roleFile } from '../names/files.js'
import type { ExportFile } from './export-file.js'
import { permissionKeys } from './principal-keys.js'

/**
 * One file for every role: the keys of a group's file (`mayAssume` is always empty: no role assumes another), and
 * `kind`, `trustPolicy`, `maxSessionSeconds`, `permissionsBoundary` (an ARN or null), `tags`.
 */
export function exportRoles(model: SecModel): readonly ExportFile[] {
  return model.roles.map((role) => ({
    file: roleFile(role.roleName),
    value: {
      name: role.roleName,
      kind: role.kind,
      description: role.description,
      trustPolicy: toPolicyDocument(role.trust),
      maxSessionSeconds: role.maxSessionSeconds,
      permissionsBoundary: role.permissionsBoundary ?? null,
      ...permissionKeys(role, model),
      tags: model.tags,
    },
  }))
}

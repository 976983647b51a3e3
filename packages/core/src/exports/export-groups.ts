import type { SecModel } from '../model/model.js'
import { groupFile } from '../names/files.js'
import type { ExportFile } from './export-file.js'
import { permissionKeys } from './principal-keys.js'

/**
 * One file for every group: `name`, `description`, `managedPolicyArns`, `inlinePolicies` (`name`, `document`),
 * `mayAssume` (role names) and `mayPass` (`roleName`, `services`).
 */
export function exportGroups(model: SecModel): readonly ExportFile[] {
  return model.groups.map((group) => ({
    file: groupFile(group.groupName),
    value: { name: group.groupName, description: group.description, ...permissionKeys(group, model) },
  }))
}

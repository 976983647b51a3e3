import type { ExportFile } from '../exports/export-file.js'
import type { SecModel } from '../model/model.js'
import { operatorPolicyFile } from '../names/files.js'
import { operatorStatements } from './operator-statements.js'
import { packDocuments } from './pack-documents.js'

/**
 * The operator's own policy: what a person needs to run every action on this config, and no more. It follows
 * from {@link actionCalls} and from the names of the model; nothing that has a name is reached by a wildcard.
 *
 * What an earlier config made and this one no longer names is not covered: to deploy a config that drops an
 * entry, a level or an attachment, the operator needs the policy of the earlier config as well. CloudFormation
 * deletes it then, or attaches it again where the update fails and is rolled back.
 *
 * @param model - With literal account, region and partition.
 * @returns Documents of at most 6,144 characters, white space not counted, each valid by itself, in a fixed order.
 */
export function generateOperatorPolicies(model: SecModel): readonly ExportFile[] {
  return packDocuments(operatorStatements(model)).map((value, index) => ({
    file: operatorPolicyFile(model.identity, index + 1),
    value,
  }))
}

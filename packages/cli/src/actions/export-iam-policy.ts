import type { ExitCode } from '@sec/common'
import { counted } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { generateOperatorPolicies } from '@sec/core'

import { type ExportKind, type ExportOptions, exportFiles } from './export-files.js'

const kind: ExportKind = {
  make: generateOperatorPolicies,
  describe: (count) => `${counted(count, 'document')} of the operator policy`,
  next: 'export-service-policies',
}

/** Writes the operator's own policy: what a person needs to run every action on this config, and no more. */
export function exportIamPolicy(options: ExportOptions, context: ActionContext): Promise<ExitCode> {
  return exportFiles(kind, options, context)
}

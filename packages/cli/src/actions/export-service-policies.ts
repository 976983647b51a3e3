import type { ExitCode } from '@sec/common'
import { counted } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { exportPolicies } from '@sec/core'

import { type ExportKind, type ExportOptions, exportFiles } from './export-files.js'

const kind: ExportKind = {
  make: exportPolicies,
  describe: (count) => counted(count, 'service policy', 'service policies'),
  next: 'export-groups',
}

/** Writes one policy document for every template level that an enabled group or role uses. */
export function exportServicePolicies(options: ExportOptions, context: ActionContext): Promise<ExitCode> {
  return exportFiles(kind, options, context)
}

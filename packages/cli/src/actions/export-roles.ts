import type { ExitCode } from '@sec/common'
import { counted } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { exportRoles } from '@sec/core'

import { type ExportKind, type ExportOptions, exportFiles } from './export-files.js'

const kind: ExportKind = {
  make: exportRoles,
  describe: (count) => counted(count, 'role'),
}

/** Writes one file for every enabled role. */
export function exportRoleFiles(options: ExportOptions, context: ActionContext): Promise<ExitCode> {
  return exportFiles(kind, options, context)
}

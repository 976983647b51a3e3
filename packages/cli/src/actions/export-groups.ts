import type { ExitCode } from '@sec/common'
import { counted } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { exportGroups } from '@sec/core'

import { type ExportKind, type ExportOptions, exportFiles } from './export-files.js'

const kind: ExportKind = {
  make: exportGroups,
  describe: (count) => counted(count, 'group'),
  next: 'export-roles',
}

/** Writes one file for every enabled group. */
export function exportGroupFiles(options: ExportOptions, context: ActionContext): Promise<ExitCode> {
  return exportFiles(kind, options, context)
}

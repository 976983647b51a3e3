import { dirname, join } from 'node:path'
import type { CliContext } from './context.js'
import type { AppendFile } from './file-system.js'
import { printable } from './printable.js'

export type LogLevel = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'

/** The log of one action. Lines wait until the log has its name, then are written as they come. */
export interface Log {
  readonly write: (level: LogLevel, message: string) => void
  /** Names the file `reports/{stem}-{action}-{timestamp}.log` and opens it. Only the first call counts. */
  readonly open: (stem?: string) => void
  readonly close: () => void
  /** The absolute path, once it is open and as long as it can be written. */
  readonly path: () => string | undefined
}

export interface LogSettings {
  readonly action: string
  /** Folder under which `reports/` lies, absolute. */
  readonly folder: string
  /** Whether DEBUG lines are kept. */
  readonly isVerbose: boolean
  /** Told once when the log cannot be written; it may throw to stop the action. */
  readonly onFailure: (path: string, error: unknown) => void
}

/** A moment as file names carry it: `20261124T081500123Z`. */
function fileTimestamp(moment: Date): string {
  return moment.toISOString().replace(/[-:.]/g, '')
}

/** Makes the log of one action; nothing is written before it has its name. */
export function createLog(context: CliContext, settings: LogSettings): Log {
  const started = fileTimestamp(context.now())
  let waiting: string[] | undefined = []
  let file: AppendFile | undefined
  let path: string | undefined

  const guarded = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      const failed = path ?? settings.folder
      path = undefined
      file = undefined
      settings.onFailure(failed, error)
    }
  }
  const open = (stem?: string): void => {
    if (waiting === undefined) return
    const lines = waiting.join('')
    waiting = undefined
    guarded(() => {
      const name = [stem, settings.action, started].filter((part) => part !== undefined).join('-')
      path = join(settings.folder, 'reports', `${name}.log`)
      context.files.makeFolder(dirname(path))
      file = context.files.openAppend(path)
      file.append(lines)
    })
  }
  return {
    open,
    write: (level, message) => {
      if (level === 'DEBUG' && !settings.isVerbose) return
      const line = `${context.now().toISOString()} ${level} ${settings.action} ${printable(message)}\n`
      if (waiting) waiting.push(line)
      else guarded(() => file?.append(line))
    },
    close: () => {
      open()
      guarded(() => file?.close())
    },
    path: () => path,
  }
}

import type { DescribedIssue } from '../issue/issue.js'
import type { CliContext } from './context.js'
import type { EndableOutput, OutputSettings } from './output.js'

/** One JSON document on stdout, when the action ends. */
export function jsonOutput({ stdout }: CliContext, settings: OutputSettings): EndableOutput {
  const issues: DescribedIssue[] = []
  const files: string[] = []
  const fields: Record<string, unknown> = {}
  const nothing = (): void => undefined
  return {
    issues: (more) => void issues.push(...more),
    result: nothing,
    note: nothing,
    progress: nothing,
    status: nothing,
    detail: nothing,
    file: (path) => void files.push(path),
    field: (name, value) => {
      fields[name] = value
    },
    end: (exitCode, log) => {
      const head = { action: settings.action, ok: exitCode === 0, exitCode, issues, files }
      stdout.write(`${JSON.stringify({ ...head, ...(log !== undefined && { log }), ...fields }, null, 2)}\n`)
    },
  }
}

import type { DescribedIssue } from '../issue/issue.js'
import type { Log } from './log.js'
import type { Output } from './output.js'

/** Whatever is said is logged too. */
export function loggedOutput(output: Output, log: Log): Output {
  return {
    ...output,
    issues: (issues, sourceOf) => {
      for (const issue of issues) logIssue(log, issue)
      output.issues(issues, sourceOf)
    },
    result: (line) => {
      log.write('INFO', line)
      output.result(line)
    },
    progress: (line) => {
      log.write('INFO', line)
      output.progress(line)
    },
    detail: (line) => {
      log.write('DEBUG', line)
      output.detail(line)
    },
  }
}

function logIssue(log: Log, { severity, code, message, file, line, column }: DescribedIssue): void {
  const level = ({ error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const)[severity]
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  log.write(level, [place, code, message].filter((part) => part !== '').join(' '))
}

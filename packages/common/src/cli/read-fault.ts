import type { DescribedIssue, Issue } from '../issue/issue.js'
import { describeIssue } from '../issue/issue-kinds.js'
import { fileIssue, fileIssueKinds } from './file-issues.js'
import { withThousands } from './with-thousands.js'

/** Why a text could not be read. */
export type ReadFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'not-utf8'; readonly byte: string; readonly line: number; readonly column: number }

/** A read fault as an issue of its own. */
export function describeReadFault(fault: ReadFault, file: string): DescribedIssue {
  return { ...describeIssue(issueOf(fault, file), fileIssueKinds), file }
}

function issueOf(fault: ReadFault, file: string): Issue {
  switch (fault.kind) {
    case 'missing':
      return fileIssue('FILE_MISSING', [], { file })
    case 'folder':
      return fileIssue('FILE_IS_FOLDER', [], { file })
    case 'unreadable':
      return fileIssue('FILE_UNREADABLE', [], { file, reason: fault.reason })
    case 'too-large':
      return fileIssue('FILE_TOO_LARGE', [], { file, limitBytes: fault.limitBytes })
    case 'not-utf8': {
      const { byte, line, column } = fault
      return fileIssue('FILE_NOT_UTF8', [], { file, byte }, { location: { file, line, column } })
    }
  }
}

/** A read fault as the end of a sentence about the file: `it is a folder`. */
export function reasonOfReadFault(fault: ReadFault): string {
  switch (fault.kind) {
    case 'missing':
      return 'there is no such file'
    case 'folder':
      return 'it is a folder'
    case 'unreadable':
      return fault.reason
    case 'too-large':
      return `it is larger than ${withThousands(fault.limitBytes)} bytes`
    case 'not-utf8':
      return `it is not UTF-8 text, see its line ${fault.line}, column ${fault.column}`
  }
}

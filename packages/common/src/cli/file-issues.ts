import { issueKind, issueMaker } from '../issue/issue-kinds.js'
import { withThousands } from './with-thousands.js'

/** Faults of files and folders. What cannot be read ends with exit code 2, what cannot be written with 1. */
export const fileIssueKinds = {
  FILE_MISSING: issueKind<{ file: string }>({
    severity: 'error',
    meaning: 'There is no file of this name.',
    message: ({ file }) => `there is no file "${file}"`,
    hint: () => 'check the spelling; the path is relative to the folder in which the command runs',
    sample: { file: 'my-config.yaml' },
  }),
  FILE_IS_FOLDER: issueKind<{ file: string }>({
    severity: 'error',
    meaning: 'A folder was given where a file is expected.',
    message: ({ file }) => `"${file}" is a folder, expected a file`,
    hint: ({ file }) => `give the file inside, such as "${file.replace(/\/+$/, '')}/my-config.yaml"`,
    sample: { file: 'examples' },
  }),
  FILE_UNREADABLE: issueKind<{ file: string; reason: string }>({
    severity: 'error',
    meaning: 'The file exists, but the system does not let the tool read it.',
    message: ({ file, reason }) => `"${file}" cannot be read: ${reason}`,
    hint: () => 'check who owns the file and its permissions',
    sample: { file: 'my-config.yaml', reason: 'permission denied (EACCES)' },
  }),
  FILE_TOO_LARGE: issueKind<{ file: string; limitBytes: number }>({
    severity: 'error',
    meaning: 'The file is larger than the tool reads. It was not looked at.',
    message: ({ file, limitBytes }) =>
      `"${file}" is larger than the ${withThousands(limitBytes)} bytes that are read`,
    hint: () => 'check that this is the right file',
    sample: { file: 'my-config.yaml', limitBytes: 1_048_576 },
  }),
  FILE_NOT_UTF8: issueKind<{ file: string; byte: string }>({
    severity: 'error',
    meaning: 'The file holds bytes that are no UTF-8 text: it is binary, or text in another encoding.',
    message: ({ file, byte }) => `"${file}" is not UTF-8 text: the byte ${byte} stands here`,
    hint: () => 'save the file as UTF-8; when it is binary, give the right file',
    sample: { file: 'my-config.yaml', byte: '0xFF' },
  }),
  FOLDER_MISSING: issueKind<{ folder: string }>({
    severity: 'error',
    meaning: 'There is no folder of this name.',
    message: ({ folder }) => `there is no folder "${folder}"`,
    hint: () => 'check the spelling; the path is relative to the folder in which the command runs',
    sample: { folder: 'my-templates' },
  }),
  FOLDER_UNREADABLE: issueKind<{ folder: string; reason: string }>({
    severity: 'error',
    meaning: 'The path is no folder, or the system does not let the tool list it.',
    message: ({ folder, reason }) => `the folder "${folder}" cannot be read: ${reason}`,
    hint: () => 'give a folder that you may read',
    sample: { folder: 'my-templates', reason: 'it is a file' },
  }),
  FILE_NOT_WRITTEN: issueKind<{ file: string; reason: string; advice: string }>({
    severity: 'error',
    meaning: 'A file could not be written. Nothing is left half written: the old file, if any, is untouched.',
    message: ({ file, reason }) => `"${file}" was not written: ${reason}`,
    hint: ({ advice }) => advice,
    sample: { file: 'templates/x.yaml', reason: 'no space is left (ENOSPC)', advice: 'free some space' },
  }),
  LOG_NOT_WRITTEN: issueKind<{ file: string; reason: string }>({
    severity: 'warning',
    meaning: 'The log of the action could not be written. A local action goes on without it; others stop.',
    message: ({ file, reason }) => `no log is kept: "${file}" cannot be written, ${reason}`,
    hint: () => 'give a folder that you may write to by --out',
    sample: { file: 'reports/x.log', reason: 'permission denied (EACCES)' },
  }),
  INTERRUPTED: issueKind<{ signal: string }>({
    severity: 'error',
    meaning: 'The process was asked to stop, by Ctrl-C or by the system.',
    message: ({ signal }) => `interrupted by ${signal}`,
    hint: () => 'run the action again when you are ready',
    sample: { signal: 'SIGINT' },
  }),
  INTERNAL_FAULT: issueKind<{ reason: string }>({
    severity: 'error',
    meaning:
      'The program met a state that should not exist. This is a fault of the program, not of its user.',
    message: ({ reason }) => `the program itself failed: ${reason}`,
    hint: () => 'run it again with --verbose and report the fault together with the log that it then writes',
    sample: { reason: 'x is not a function' },
  }),
} as const

export const fileIssue = issueMaker(fileIssueKinds)

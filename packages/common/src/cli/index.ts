// The program.

export {
  type ActionContext,
  type ActionDefinition,
  type ActionOptions,
  type AnyAction,
  type ConfigNeed,
  defineAction,
  type ProvisionerDefinition,
  type Safety,
} from './command.js'
export type { Ask, CliContext, Question, TextSink } from './context.js'
export { defineProvisioner, type Provisioner } from './define-provisioner.js'
export {
  type ChoiceFlag,
  type CommonFlags,
  choice,
  commonFlags,
  type FlagSpec,
  type FlagTable,
  type ListFlag,
  type OptionsOf,
  type SwitchFlag,
  type TextFlag,
} from './flags.js'
export { main } from './main.js'
export { regionIssues } from './region.js'
export { sleep } from './sleep.js'

// What an action asks and clears away.

export { type ConfirmFlags, confirm } from './confirm.js'

// What it says.

export { cliIssue, cliIssueKinds } from './cli-issues.js'
export { fileIssue, fileIssueKinds } from './file-issues.js'
export type { Log, LogLevel } from './log.js'
export type { Output } from './output.js'
export { renderIssue, type SourceLookup, summarizeIssues } from './render-issue.js'
export { runIssueKinds } from './run-issues.js'
export { withThousands } from './with-thousands.js'

// Files.

export {
  type AppendFile,
  type FileStatus,
  type FileSystem,
  type FolderEntry,
  systemCode,
} from './file-system.js'
export { nodeFileSystem } from './node-file-system.js'
export { describeReadFault, type ReadFault, reasonOfReadFault } from './read-fault.js'
export { type ReadText, readText } from './read-text.js'
export { describeSystemError } from './system-reasons.js'
export { type OutputFile, writeFiles } from './write-files.js'

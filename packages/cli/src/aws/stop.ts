import { type ExitCode, exitCodes, hasErrors, type Issue } from '@sec/common'
import { findingKinds } from './finding-kinds.js'
import type { AwsRun } from './run.js'

/** Ends an action whose findings have been shown already, each with its words. */
export class Stopped extends Error {
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode = exitCodes.failed) {
    super('the action stops; its findings have been shown')
    this.exitCode = exitCode
  }
}

/** Shows the findings at their lines of the config, and stops the action when an error is among them. */
export async function stopFor(run: AwsRun, findings: readonly Issue[], exitCode?: ExitCode): Promise<void> {
  if (findings.length === 0) return
  const mayGoOn = await run.estate.show(findings, findingKinds)
  if (!mayGoOn || hasErrors(findings)) throw new Stopped(exitCode)
}

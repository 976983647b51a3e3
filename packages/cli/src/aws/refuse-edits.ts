import { exitCodes } from '@sec/common'
import { findRefusedEdits, type Template, toChangeIssues } from '@sec/core'
import type { AwsRun } from './run.js'
import { stopFor } from './stop.js'

/** Edits that CloudFormation would refuse, found before anything is asked of it: faults of the config. */
export async function refuseEdits(run: AwsRun, deployed: Template): Promise<void> {
  const edits = findRefusedEdits(deployed, run.template, run.model.identity)
  await stopFor(run, toChangeIssues(edits, run.model), exitCodes.misuse)
}

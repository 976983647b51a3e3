import { readEstate } from '@sec/aws/iam'
import type { Issue } from '@sec/common'
import { externalIdsIn } from '@sec/common/iam'
import { compareEstate, type DriftFinding, describeDrift, isDifference, type TemplateEstate } from '@sec/core'
import { estateIn } from './deployed.js'
import { namesIn } from './estate-names.js'
import { finding, findingKinds } from './finding-kinds.js'
import type { AwsRun } from './run.js'
import { trySimulations } from './try-simulations.js'

/** IAM shows a change everywhere only after a while: so often it is looked, with so many milliseconds between. */
const looks = 6
const pauseMs = 5_000

/** How many things differ, and how many could not be looked at. */
export interface Verification {
  readonly failures: number
  readonly notChecked: number
}

/** Compares what IAM has with what was generated, and has IAM's simulator try a statement of each group and role. */
export async function verifyTestStack(test: AwsRun): Promise<Verification> {
  const expected = estateIn(test, test.template, test.model.tags)
  const findings = await settledFindings(test, expected)
  const { refused, notChecked } = await trySimulations(test, expected)
  const failures = [
    ...findings.filter(isDifference).map((found) => issueOf('TEST_DIFFERS', describeDrift(found).line)),
    ...refused.map((line) => issueOf('TEST_STATEMENT_REFUSED', line)),
  ]
  const unread = findings.filter((found) => !isDifference(found))
  const silences = [...unread.map((found) => describeDrift(found).line), ...notChecked]
  const issues = [...failures, ...silences.map((line) => issueOf('TEST_NOT_CHECKED', line))]
  if (issues.length > 0) await test.estate.show(issues, findingKinds)
  return { failures: failures.length, notChecked: silences.length }
}

function issueOf(code: 'TEST_DIFFERS' | 'TEST_STATEMENT_REFUSED' | 'TEST_NOT_CHECKED', line: string): Issue {
  return finding(code, [], { line })
}

async function settledFindings(test: AwsRun, expected: TemplateEstate): Promise<readonly DriftFinding[]> {
  for (let look = 1; ; look += 1) {
    const { findings } = compareEstate(expected, await readEstate(test.iam, namesIn(expected)))
    if (!findings.some(isDifference) || look === looks) {
      test.context.hide(externalIdsIn(findings))
      tellRead(test, expected)
      return findings
    }
    await test.shield.waiting.sleep(pauseMs)
  }
}

function tellRead({ context }: AwsRun, { groups, roles, policies }: TemplateEstate): void {
  context.output.note(
    `read back through IAM: ${groups.length} groups, ${roles.length} roles, ${policies.length} policies`,
  )
}

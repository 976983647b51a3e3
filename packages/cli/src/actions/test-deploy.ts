import { counted, type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import type { AwsOptions } from '../aws/aws-options.js'
import { checkRoom } from '../aws/check-room.js'
import { cleanUpAfter } from '../aws/clean-up-after.js'
import { createTestStack } from '../aws/create-test-stack.js'
import { callerName, identify } from '../aws/identify.js'
import { discardTestChangeSet, removeTestStack } from '../aws/remove-test-stack.js'
import type { AwsRun } from '../aws/run.js'
import { runOnAws } from '../aws/run-on-aws.js'
import { handleTestLeftovers } from '../aws/test-leftovers.js'
import { testRun } from '../aws/test-run.js'
import { type Verification, verifyTestStack } from '../aws/verify-test-stack.js'
import { planTestDeploy } from '../plan/plan-test-deploy.js'

/** The options of test-deploy; `keep` leaves the stack after the test. */
export type TestDeployOptions = AwsOptions & { readonly keep: boolean }

/** Deploys the whole estate under random names, verifies it through IAM itself, and removes it. */
export function testDeploy(options: TestDeployOptions, context: ActionContext): Promise<ExitCode> {
  return runOnAws(options, context, {
    plan: (run) => planTestDeploy(run, options.keep),
    work: (run) => testEstate(testRun(run), run, options.keep),
  })
}

async function testEstate(test: AwsRun, real: AwsRun, keep: boolean): Promise<ExitCode> {
  const who = callerName(await identify(test))
  await handleTestLeftovers(real, who)
  await checkRoom(test, {})
  const verification = await underTest(test, who, keep)
  test.context.output.result(summaryOf(verification))
  return isGood(verification, test.options) ? exitCodes.done : exitCodes.failed
}

/** What could not be looked at is a warning, which stops with `--strict`. */
function isGood({ failures, notChecked }: Verification, { strict }: AwsOptions): boolean {
  return failures === 0 && !(strict && notChecked > 0)
}

function summaryOf({ failures, notChecked }: Verification): string {
  if (failures > 0) return `the estate differs from what was generated: ${counted(failures, 'finding')}`
  const rest = notChecked === 0 ? '' : `, but for ${counted(notChecked, 'thing')} that could not be checked`
  return `the estate is as generated${rest}`
}

/** Whatever happens between creation and verification, the stack goes again. */
async function underTest(test: AwsRun, who: string, keep: boolean): Promise<Verification> {
  const verification = await createAndVerify(test, who)
  const { stackName: name } = test.model.identity
  const { output } = test.context
  output.field('verification', verification)
  if (keep) output.result(`left as --keep asks: ${name}`)
  else await removeTestStack(test, who)
  output.field('stack', { name, status: keep ? 'CREATE_COMPLETE' : 'DELETE_COMPLETE' })
  return verification
}

async function createAndVerify(test: AwsRun, who: string): Promise<Verification> {
  try {
    await createTestStack(test, who)
    return await verifyTestStack(test)
  } catch (error) {
    await cleanUpAfter(test, [() => discardTestChangeSet(test, who), () => removeTestStack(test, who)])
    throw error
  }
}

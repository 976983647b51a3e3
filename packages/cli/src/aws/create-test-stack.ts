import { executeChangeSet } from '@sec/aws'
import { changeSetRequest, operationToken, preview } from './change-set.js'
import { eventTeller } from './event-teller.js'
import { stopForFailure } from './failed-operation.js'
import type { AwsRun } from './run.js'
import { sendTemplate } from './template-upload.js'

/** Creates the stack under test; Ctrl-C ends the waiting, and whoever called removes what came of it. */
export async function createTestStack(test: AwsRun, who: string): Promise<void> {
  const { stackName } = test.model.identity
  test.context.output.note(`deploying ${stackName}`)
  const { aws, shield, context } = test
  const sent = await sendTemplate(test)
  try {
    const found = await preview(test, changeSetRequest(test, { state: { kind: 'absent' } }, who, sent.source))
    const result = await executeChangeSet(
      aws.stacks,
      found.ids,
      operationToken(test, who),
      shield.waiting,
      eventTeller(context),
      givenUp,
    )
    await stopForFailure(test, result)
  } finally {
    if (shield.waiting.signal.aborted) shield.raise()
    await sent.remove()
  }
}

/** Nobody has to look after a stack that the test removes itself. */
const givenUp = {
  goesOn: 'the test gives it up and removes the stack',
  advice: 'run test-deploy again; https://health.aws.amazon.com says whether CloudFormation has trouble',
}

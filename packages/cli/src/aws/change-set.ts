import {
  type ChangeSetRequest,
  changeSetFailureOf,
  discardChangeSet,
  makeOperationToken,
  type Preview,
  previewChanges,
  type TemplateSource,
} from '@sec/aws'
import { externalIdsIn } from '@sec/common/iam'
import { changeSetPrefix } from '@sec/core'
import type { Deployed } from './deployed.js'
import { validationIssue } from './failed-operation.js'
import type { AwsRun } from './run.js'
import { stopFor } from './stop.js'

/** IAM resources with names of their own. */
const capabilities = ['CAPABILITY_NAMED_IAM']

/** Names this run in what it makes, such as change sets. */
export function changeSetName({ model, context, id }: Pick<AwsRun, 'model' | 'context' | 'id'>): string {
  return `${changeSetPrefix(model)}${context.action}-${id}`
}

/** The token of an operation, by which others see who is at work. */
export function operationToken({ context, id }: Pick<AwsRun, 'context' | 'id'>, who: string): string {
  return makeOperationToken({ action: context.action, who, random: id })
}

/** What is asked of CloudFormation. */
export function changeSetRequest(
  run: AwsRun,
  { state }: Pick<Deployed, 'state'>,
  who: string,
  template: TemplateSource,
): ChangeSetRequest {
  const { identity, deployment, tags } = run.model
  const { serviceRoleArn, notificationArns } = deployment
  return {
    stackName: identity.stackName,
    changeSetName: changeSetName(run),
    type: state.kind === 'ready' ? 'UPDATE' : 'CREATE',
    template,
    capabilities,
    tags,
    notificationArns: isTest(run) ? [] : notificationArns,
    ...(serviceRoleArn !== undefined && { roleArn: serviceRoleArn }),
    description: `${run.context.action} by ${who}`,
    clientToken: operationToken(run, who),
    // What is not there yet has not drifted.
    ...(run.options.revertDrift && state.kind === 'ready' && { revertDrift: true }),
  }
}

const isTest = ({ context }: AwsRun): boolean => context.action === 'test-deploy'

/** Makes the change set and waits for it; what CloudFormation finds wrong is shown at the config's lines. */
export async function preview(run: AwsRun, request: ChangeSetRequest): Promise<Preview> {
  try {
    const found = await previewChanges(run.aws.stacks, request, run.shield.waiting)
    run.context.hide(externalIdsIn(found))
    return found
  } catch (error) {
    const findings = changeSetFailureOf(error)?.findings.filter(({ mode }) => mode === 'FAIL') ?? []
    await stopFor(
      run,
      findings.map((found) => validationIssue(run, found)),
    )
    throw error
  }
}

/** Removes the run's change set, and the empty stack that a first one leaves; whatever came of it. */
export async function discard(run: AwsRun, { state }: Pick<Deployed, 'state'>, who: string): Promise<void> {
  const { aws, model, shield } = run
  const { serviceRoleArn } = model.deployment
  const request = {
    stackName: model.identity.stackName,
    changeSetName: changeSetName(run),
    removeEmptyStack: state.kind !== 'ready',
    clientToken: operationToken(run, who),
    ...(serviceRoleArn !== undefined && { roleArn: serviceRoleArn }),
  }
  await discardChangeSet(aws.stacks, request, shield.waiting)
}

import { CreatePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import type { PolicyDocument } from '@sec/common/iam'
import { startFaultProxy } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { anyPolicy } from './by-hand.js'
import { iamOf, type Life, lifeIn, region } from './life.js'
import {
  boundaryName,
  bucketParameter,
  type EstateName,
  operatorConfig,
  serviceRoleName,
} from './operator-configs.js'
import { exportedPolicies, newOperator } from './operator-policy.js'
import type { OperatorScenario } from './operator-scenarios.js'
import type { SecRun } from './run-sec.js'

const hourMs = 3_600_000

/** What becomes of the operator's policy before it is given to somebody. */
export type PolicyChange = (documents: readonly PolicyDocument[]) => readonly PolicyDocument[]

/** A run of a scenario by an operator, and the calls that it made. */
export interface OperatorRun extends SecRun {
  readonly calls: readonly string[]
}

/** Brings a new account into the situation, and runs the action there as an operator. */
export async function runScenario(
  scenario: OperatorScenario,
  change: PolicyChange = (documents) => documents,
): Promise<OperatorRun> {
  const life = await inSituation(scenario)
  const operator = await newOperator(life.account, change(await operatorPolicies(scenario, life)), region)
  const proxy = await startFaultProxy(life.endpointUrl)
  const { during, declines } = scenario
  if (during)
    proxy.inject({ at: { call: during.call }, fault: { kind: 'call', run: () => during.byHand(life) } })
  const nowMs = Date.now() + (scenario.hoursLater ?? 0) * hourMs
  const ended = await life.run(argumentsOf(scenario), {
    credentials: operator,
    endpointUrl: proxy.endpointUrl,
    now: () => new Date(nowMs),
    ...(declines && { answer: () => false }),
  })
  await proxy.stop()
  return { ...ended, calls: proxy.calls.map(({ call }) => call) }
}

function argumentsOf({ action, flags = [], declines }: OperatorScenario): readonly string[] {
  const asks = action === 'deploy' || action === 'test-deploy' || action === 'delete-stack'
  // What these could not look at is a warning; who wants to know by the exit code says so.
  const warns = action === 'check-drift' || action === 'test-deploy'
  return [action, ...flags, ...(asks && !declines ? ['--force'] : []), ...(warns ? ['--strict'] : [])]
}

/** The policy of the config at the run; what goes needs that of the config which still had it. */
async function operatorPolicies({ estate, variant, policyOf }: OperatorScenario, life: Life) {
  const { accountId } = life.account
  life.write(operatorConfig(estate, policyOf ?? 'usual', accountId))
  const documents = await exportedPolicies(life)
  life.write(operatorConfig(estate, variant ?? 'usual', accountId))
  return documents
}

async function inSituation(scenario: OperatorScenario): Promise<Life> {
  const { estate, before, byHand, rootRuns } = scenario
  const account = testServer().newAccount()
  const life = lifeIn(account, operatorConfig(estate, before ?? 'usual', account.accountId))
  await makeSurroundings(estate, life)
  if (before) await life.run(['deploy', '--force'])
  if (rootRuns) await life.run(rootRuns)
  await byHand?.(life)
  return life
}

/** What the configs take for granted. */
async function makeSurroundings(estate: EstateName, life: Life): Promise<void> {
  const boundary = { PolicyName: boundaryName, PolicyDocument: anyPolicy }
  await iamOf(life).send(new CreatePolicyCommand(boundary))
  if (estate === 'inline') await makeBucket(life)
  if (estate === 'service-role')
    await iamOf(life).send(
      new CreateRoleCommand({ RoleName: serviceRoleName, AssumeRolePolicyDocument: trustOfCloudFormation }),
    )
}

const trustOfCloudFormation = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'cloudformation.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
})

async function makeBucket({ account }: Life): Promise<void> {
  const Value = `templates-${account.accountId}`
  await account.createBucket(Value, region)
  const parameter = { Name: bucketParameter, Value, Type: 'String' as const }
  await account.clients(region).ssm.send(new PutParameterCommand(parameter))
}

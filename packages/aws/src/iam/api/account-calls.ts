import {
  GetAccountSummaryCommand,
  SimulatePrincipalPolicyCommand,
  type SimulatePrincipalPolicyRequest,
} from '@aws-sdk/client-iam'
import type { IamApi, SimulationRequest } from '../ports.js'
import { describeDecisions } from './describe-decisions.js'
import type { IamCall } from './iam-call.js'
import { readPages } from './read-pages.js'

type AccountCalls = Pick<IamApi, 'getAccountSummary' | 'simulatePrincipalPolicy'>

/** What IAM tells of the account as a whole, and what its simulator says. */
export function accountCalls(call: IamCall): AccountCalls {
  return {
    getAccountSummary: async () => {
      const command = new GetAccountSummaryCommand({})
      const answer = await call('GetAccountSummary', (client, abort) => client.send(command, abort))
      return { ...answer.SummaryMap } as Readonly<Record<string, number>>
    },
    simulatePrincipalPolicy: (request) => simulate(call, request),
  }
}

async function simulate(call: IamCall, request: SimulationRequest) {
  const input = simulatorInput(request)
  const pages = await readPages((Marker) =>
    call('SimulatePrincipalPolicy', (client, abort) =>
      client.send(new SimulatePrincipalPolicyCommand({ ...input, Marker }), abort),
    ),
  )
  return pages.flatMap((page) => page.EvaluationResults ?? []).flatMap(describeDecisions)
}

function simulatorInput({
  principalArn,
  actions,
  resources,
  context,
}: SimulationRequest): SimulatePrincipalPolicyRequest {
  return {
    PolicySourceArn: principalArn,
    ActionNames: [...actions],
    ResourceArns: [...resources],
    ContextEntries: context.map(({ key, values, type }) => ({
      ContextKeyName: key,
      ContextKeyValues: [...values],
      ContextKeyType: type,
    })),
  }
}

import {
  AddTagsToResourceCommand,
  DeleteParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import type { ParameterApi } from '../ports.js'
import { clientConfig } from './client-config.js'
import { inBatches, readPages } from './pages.js'
import { sendCall } from './send-call.js'
import type { AwsSession } from './session.js'
import { toApiTags } from './tags.js'

type NewParameter = Parameters<ParameterApi['putParameter']>[0]

/** The Parameter Store of SSM. */
export function createParameterApi(session: AwsSession): ParameterApi {
  const client = new SSMClient(clientConfig(session))
  return {
    getParameter: (name) => getParameter(session, client, name),
    getParametersByPath: (path) => getParametersByPath(session, client, path),
    putParameter: async (parameter) => {
      const isNew = !parameter.exists && (await create(session, client, parameter))
      if (!isNew) await overwrite(session, client, parameter)
    },
    deleteParameters: async (names) => {
      for (const batch of inBatches(names, 10)) {
        const command = new DeleteParametersCommand({ Names: [...batch] })
        await sendCall(session, 'ssm:DeleteParameters', (options) => client.send(command, options))
      }
    },
  }
}

async function getParameter(session: AwsSession, client: SSMClient, name: string) {
  const command = new GetParameterCommand({ Name: name })
  const { Parameter } = await sendCall(
    session,
    'ssm:GetParameter',
    (options) => client.send(command, options),
    { recover: ({ code }) => (code === 'ParameterNotFound' ? { Parameter: undefined } : undefined) },
  )
  return Parameter?.Value
}

async function getParametersByPath(session: AwsSession, client: SSMClient, path: string) {
  const parameters = await readPages(async (NextToken) => {
    const command = new GetParametersByPathCommand({ Path: path, Recursive: true, MaxResults: 10, NextToken })
    const page = await sendCall(session, 'ssm:GetParametersByPath', (options) =>
      client.send(command, options),
    )
    return { items: page.Parameters, nextToken: page.NextToken }
  })
  return Object.fromEntries(parameters.map(({ Name, Value }) => [Name ?? '', Value ?? '']))
}

/** What a new parameter and a changed one have in common; the tier that costs nothing is not always the default. */
function common({ name, value, description }: NewParameter) {
  return { Name: name, Value: value, Description: description, Type: 'String', Tier: 'Standard' } as const
}

/** @returns False where the name exists, since a first attempt made it or somebody else was quicker. */
async function create(session: AwsSession, client: SSMClient, parameter: NewParameter): Promise<boolean> {
  const tags = toApiTags(parameter.tags)
  const command = new PutParameterCommand({ ...common(parameter), ...(tags.length > 0 && { Tags: tags }) })
  const answer = await sendCall(session, 'ssm:PutParameter', (options) => client.send(command, options), {
    recover: ({ code }) => (code === 'ParameterAlreadyExists' ? ('exists' as const) : undefined),
  })
  return answer !== 'exists'
}

/** Tags take a call of their own: SSM refuses them together with Overwrite. */
async function overwrite(session: AwsSession, client: SSMClient, parameter: NewParameter): Promise<void> {
  const command = new PutParameterCommand({ ...common(parameter), Overwrite: true })
  await sendCall(session, 'ssm:PutParameter', (options) => client.send(command, options))
  const Tags = toApiTags(parameter.tags)
  if (Tags.length === 0) return
  const tagging = new AddTagsToResourceCommand({
    ResourceType: 'Parameter',
    ResourceId: parameter.name,
    Tags,
  })
  await sendCall(session, 'ssm:AddTagsToResource', (options) => client.send(tagging, options))
}

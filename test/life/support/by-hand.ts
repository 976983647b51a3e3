import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DescribeStacksCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation'
import { type Life, region } from './life.js'

const capabilities = { Capabilities: ['CAPABILITY_NAMED_IAM' as const] }

/** What a config becomes, as JSON that a test may change. */
export async function templateOf(life: Life): Promise<TemplateText> {
  await life.must(['create-prov-template', '--template-format', 'json', '--out', 'by-hand'])
  const file = join(life.folder, 'by-hand', 'templates', `${life.stem}-template.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as TemplateText
}

/** As much of a template as tests touch. */
export interface TemplateText {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>
  readonly Outputs?: Record<string, unknown>
}

/** Creates a stack past the program, and returns at once. */
export async function createByHand(
  { account, stackName }: Life,
  template: unknown,
  { name = stackName, inRegion = region }: { readonly name?: string; readonly inRegion?: string } = {},
): Promise<void> {
  const { cloudformation } = account.clients(inRegion)
  const TemplateBody = JSON.stringify(template)
  await cloudformation.send(new CreateStackCommand({ StackName: name, TemplateBody, ...capabilities }))
}

/** Makes a change set past the program, such as one that somebody looks at. */
export async function changeSetByHand(
  { account, stackName }: Life,
  template: unknown,
  type: 'CREATE' | 'UPDATE',
  name = 'by-hand',
): Promise<void> {
  const { cloudformation } = account.clients(region)
  const names = { StackName: stackName, ChangeSetName: name, ChangeSetType: type }
  const TemplateBody = JSON.stringify(template)
  await cloudformation.send(new CreateChangeSetCommand({ ...names, TemplateBody, ...capabilities }))
}

/** The stack as it is; undefined where there is none. */
export async function stackOf({ account, stackName }: Life, name = stackName): Promise<Stack | undefined> {
  const { cloudformation } = account.clients(region)
  const found = await cloudformation.send(new DescribeStacksCommand({})).catch(() => undefined)
  return found?.Stacks?.find(({ StackName }) => StackName === name)
}

/** A policy that stands outside of every estate. */
export const anyPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
})

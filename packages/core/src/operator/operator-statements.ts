import type { OneOrMany, Statement } from '@sec/common/iam'
import type { SecModel } from '../model/model.js'
import { actionCalls } from './action-calls.js'
import type { AwsCall, Need, ResourceKind } from './aws-call.js'
import type { Grant } from './grant.js'
import { grantsOf } from './grants.js'
import { resourcesOf, templateBucketParameter } from './resources.js'

const needs: Readonly<Record<Need, (model: SecModel) => boolean>> = {
  'template-bucket': ({ deployment }) => deployment.templateBucket !== undefined,
  'template-bucket-name': (model) => templateBucketParameter(model) !== undefined,
  'service-role': ({ deployment }) => deployment.serviceRoleArn !== undefined,
  'no-service-role': ({ deployment }) => deployment.serviceRoleArn === undefined,
  'inline-policies': ({ groups, roles }) =>
    [...groups, ...roles].some(({ inlinePolicies }) => inlinePolicies.length > 0),
}

/** The calls of every action that this config can lead to. */
function callsFor(model: SecModel): readonly AwsCall[] {
  const all: readonly AwsCall[] = Object.values(actionCalls).flat()
  return all.filter((call) => call.needs.every((need) => needs[need](model)))
}

/** A statement before its size is looked at: lists are always lists. */
export interface WideStatement extends Grant {
  readonly actions: readonly string[]
}

/** The operator's statements, theme by theme, each action once for each kind of resource. */
export function operatorStatements(model: SecModel): readonly WideStatement[] {
  const calls = callsFor(model)
  return (Object.keys(resourcesOf) as ResourceKind[]).flatMap((kind) => {
    const actions = calls.filter(({ on }) => on === kind).map(({ action }) => action)
    return statementsAt(kind, [...new Set(actions)].sort(), model)
  })
}

/** Actions that reach the same resources under the same conditions share a statement. */
function statementsAt(kind: ResourceKind, actions: readonly string[], model: SecModel): WideStatement[] {
  const statements = new Map<string, WideStatement>()
  for (const action of actions) {
    for (const grant of grantsOf(action, kind, model)) {
      const key = JSON.stringify(grant)
      statements.set(key, { ...grant, actions: [...(statements.get(key)?.actions ?? []), action] })
    }
  }
  return [...statements.values()].sort((a, b) => Number('condition' in a) - Number('condition' in b))
}

/** The statement as IAM reads it; a list of one is written as its one entry. */
export function toStatement({ sid, actions, resources, condition }: WideStatement): Statement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: oneOrMany(actions),
    Resource: oneOrMany(resources),
    ...(condition && { Condition: condition }),
  }
}

function oneOrMany(values: readonly string[]): OneOrMany {
  return values.length === 1 ? (values[0] as string) : values
}

import type { IdentityApi, ObjectApi, ParameterApi, StackApi } from '../ports.js'
import { lazily } from './lazily.js'
import { type AwsSession, openSession } from './session.js'
import type { SessionOptions } from './session-options.js'

/** AWS as one run sees it. */
export interface Aws {
  readonly session: AwsSession
  readonly identity: IdentityApi
  readonly stacks: StackApi
  readonly objects: ObjectApi
  readonly parameters: ParameterApi
}

/** Every port for one region and identity; nothing is loaded, read or opened before it is used. */
export function openAws(options: SessionOptions): Aws {
  return awsOf(openSession(options))
}

/**
 * Every port of a session, such as of one that waits otherwise: `awsOf(aws.session.withWaiting(...))` cleans up
 * after the first was aborted, with the same credentials and connections.
 */
export function awsOf(session: AwsSession): Aws {
  return {
    session,
    identity: lazily<IdentityApi>({ getCallerIdentity: true }, async () =>
      (await import('./identity-api.js')).createIdentityApi(session),
    ),
    stacks: lazily<StackApi>(stackFunctions, async () =>
      (await import('./stack-api.js')).createStackApi(session),
    ),
    objects: lazily<ObjectApi>(objectFunctions, async () =>
      (await import('./object-api.js')).createObjectApi(session),
    ),
    parameters: lazily<ParameterApi>(parameterFunctions, async () =>
      (await import('./parameter-api.js')).createParameterApi(session),
    ),
  }
}

const stackFunctions: Readonly<Record<keyof StackApi, true>> = {
  describeStack: true,
  listStacks: true,
  getTemplate: true,
  createChangeSet: true,
  describeChangeSet: true,
  listChangeSets: true,
  executeChangeSet: true,
  deleteChangeSet: true,
  deleteStack: true,
  describeStackEvents: true,
  describeFailedEvents: true,
  listStackResources: true,
  continueUpdateRollback: true,
  updateTerminationProtection: true,
  detectStackDrift: true,
  describeStackDriftDetection: true,
  describeResourceDrifts: true,
}

const objectFunctions: Readonly<Record<keyof ObjectApi, true>> = {
  getBucketRegion: true,
  putObject: true,
  listKeys: true,
  deleteObjects: true,
}

const parameterFunctions: Readonly<Record<keyof ParameterApi, true>> = {
  getParameter: true,
  getParametersByPath: true,
  putParameter: true,
  deleteParameters: true,
}

import type { defaultProvider } from '@aws-sdk/credential-provider-node'
import { accessIssueKinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import type { SessionOptions } from '../session-options.js'
import { isProfileThere, profileFiles } from './profiles.js'

export type CredentialProvider = ReturnType<typeof defaultProvider>
type Credentials = Awaited<ReturnType<CredentialProvider>>
type ProviderInit = NonNullable<Parameters<typeof defaultProvider>[0]>

/** The SDK would warn on the console where the tool has its own words. */
const silent = { debug() {}, info() {}, warn() {}, error() {}, trace() {} }

/** The profile that is asked for: by option, or else by the environment. */
export function profileOf({ profile, env }: Pick<SessionOptions, 'profile' | 'env'>): string | undefined {
  return profile || env.AWS_PROFILE || undefined
}

/**
 * The SDK's own chain: keys of the environment, SSO, shared files, processes, web identity, containers and
 * instances. A named profile must exist: the chain would go on to whatever the machine itself may do.
 *
 * @param tell - Hears of the credentials whenever they are new, so that no text repeats them.
 * @throws AWS_PROFILE_NOT_FOUND
 */
export function credentialsOf(
  options: SessionOptions,
  requestHandler: unknown,
  tell: (credentials: Credentials) => void,
): CredentialProvider {
  const chain = chainOf(options, requestHandler)
  return async (properties) => {
    const profile = profileOf(options)
    if (profile && !isProfileThere(options.env, profile)) throw profileNotFound(options, profile)
    const credentials = await chain(properties)
    tell(credentials)
    return credentials
  }
}

/** The SDK reads `process.env`; keys of the caller's environment come first, as they do in the SDK's own chain. */
function chainOf(options: SessionOptions, requestHandler: unknown): CredentialProvider {
  const profile = profileOf(options)
  const { env } = options
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!profile && accessKeyId && secretAccessKey) {
    const sessionToken = env.AWS_SESSION_TOKEN
    return async () => ({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) })
  }
  const init = {
    ...(profile && { profile }),
    ...(env.AWS_CONFIG_FILE && { configFilepath: env.AWS_CONFIG_FILE }),
    ...(env.AWS_SHARED_CREDENTIALS_FILE && { filepath: env.AWS_SHARED_CREDENTIALS_FILE }),
    clientConfig: { requestHandler } as ProviderInit['clientConfig'],
    logger: silent,
  }
  return lazyChain(init as ProviderInit)
}

/** The chain is a large part of the SDK, and keys of the environment need none of it. */
function lazyChain(init: ProviderInit): CredentialProvider {
  let loading: Promise<CredentialProvider> | undefined
  return async (properties) => {
    loading ??= import('./default-chain.js').then(({ defaultProvider }) => defaultProvider(init))
    return (await loading)(properties)
  }
}

function profileNotFound({ env }: SessionOptions, profile: string): Error {
  const args = { profile, files: profileFiles(env).join(' and ') }
  return awsError(accessIssueKinds, 'AWS_PROFILE_NOT_FOUND', args)
}

/** True when long-lived keys may stand in the environment, which the caller warns of in one line. */
export function environmentKeysWarning(env: SessionOptions['env']): boolean {
  return Boolean(env.AWS_ACCESS_KEY_ID)
}

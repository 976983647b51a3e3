import { type Credentials, envOf } from '@sec/test-server'
import { type Aws, openAws } from '../open-aws.js'
import type { SessionOptions } from '../session-options.js'
import { type Watched, watchedOptions } from './test-session.js'

/** AWS as the test server has it, with waits that take no time. */
export function serverAws(
  endpointUrl: string,
  credentials: Credentials,
  changes: Partial<SessionOptions> = {},
): Aws & { readonly watched: Watched } {
  const env = envOf(credentials, 'eu-central-1')
  const watched = watchedOptions(endpointUrl, { env, ...changes })
  return { ...openAws(watched.options), watched }
}

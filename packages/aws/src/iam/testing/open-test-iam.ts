import { openSession } from '../../clients/session.js'
import type { CallRecord } from '../../clients/session-options.js'
import { openIam } from '../open-iam.js'
import type { IamApi } from '../ports.js'

interface Caller {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** IAM as the actions open it, on a server of the tests, by the machine's clock. */
export function openTestIam(
  endpointUrl: string,
  { accessKeyId, secretAccessKey }: Caller,
  onCall: (record: CallRecord) => void = () => {},
  signal: AbortSignal = new AbortController().signal,
): IamApi {
  const sleep = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs))
  const env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }
  const waiting = { nowMs: Date.now, sleep, signal }
  return openIam(openSession({ region: 'eu-central-1', endpointUrl, env, waiting, onCall }))
}

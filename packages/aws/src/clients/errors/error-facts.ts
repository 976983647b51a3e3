/** What is looked at in an error of the SDK, of Node, or of neither. */
interface RawError {
  readonly name?: unknown
  readonly message?: unknown
  readonly code?: unknown
  readonly Code?: unknown
  readonly hostname?: unknown
  readonly host?: unknown
  readonly Region?: unknown
  readonly cause?: unknown
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string }
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> }
}

/** AWS's error code, or Node's where AWS did not answer, such as `ECONNREFUSED`. */
export function errorCodeOf(error: unknown): string {
  const { name, code } = raw(error)
  // The SDK calls every failed connection a TimeoutError; Node's code tells them apart.
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code
  return typeof name === 'string' && name !== 'Error' ? name : 'UnknownError'
}

export function messageOf(error: unknown): string {
  const { message } = raw(error)
  return typeof message === 'string' ? message : String(error)
}

/** Undefined where no server answered. */
export function statusOf(error: unknown): number | undefined {
  return raw(error).$metadata?.httpStatusCode
}

/** Undefined where what answered is no service of AWS, nor one that acts like it. */
export function requestIdOf(error: unknown): string | undefined {
  return raw(error).$metadata?.requestId
}

/** Where S3 says that a bucket really is. */
export function bucketRegionOf(error: unknown): string | undefined {
  const { Region: named, $response } = raw(error)
  return $response?.headers?.['x-amz-bucket-region'] ?? (typeof named === 'string' ? named : undefined)
}

function raw(error: unknown): RawError {
  return typeof error === 'object' && error !== null ? error : {}
}

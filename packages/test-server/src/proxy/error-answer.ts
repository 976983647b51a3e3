import { randomUUID } from 'node:crypto'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

/** What AWS answers when it refuses, for each of the three protocols that the services speak. */
export interface ErrorWords {
  readonly status: number
  readonly code: string
  readonly message: string
}

type Protocol = 'query' | 's3' | 'json'

const protocolOf = (service: string): Protocol =>
  service === 's3' ? 's3' : service === 'ssm' ? 'json' : 'query'

const words: Record<'throttle' | 'server-error' | 'deny', Record<Protocol, ErrorWords>> = {
  throttle: {
    query: { status: 400, code: 'Throttling', message: 'Rate exceeded' },
    s3: { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' },
    json: { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' },
  },
  'server-error': {
    query: { status: 500, code: 'InternalFailure', message: 'An internal error has occurred' },
    s3: {
      status: 500,
      code: 'InternalError',
      message: 'We encountered an internal error. Please try again.',
    },
    json: { status: 500, code: 'InternalServerError', message: 'An error occurred on the server side.' },
  },
  deny: {
    query: { status: 403, code: 'AccessDenied', message: '' },
    s3: { status: 403, code: 'AccessDenied', message: '' },
    json: { status: 400, code: 'AccessDeniedException', message: '' },
  },
}

/** The words in which a service throttles, fails or denies a call, such as `iam:GetRole`. */
export function wordsOf(kind: keyof typeof words, service: string, call: string): ErrorWords {
  const found = words[kind][protocolOf(service)]
  if (kind !== 'deny') return found
  const who = 'User: arn:aws:iam::000000000000:user/somebody'
  const why = `because no identity-based policy allows the ${call} action`
  return { ...found, message: `${who} is not authorized to perform: ${call} ${why}` }
}

/** An error in the protocol of the service. */
export function errorAnswer(service: string, { status, code, message }: ErrorWords): Answer {
  const protocol = protocolOf(service)
  const type = protocol === 'json' ? 'application/x-amz-json-1.1' : 'text/xml'
  const text =
    protocol === 'json' ? JSON.stringify({ __type: code, message }) : xmlOf(protocol, status, code, message)
  return {
    status,
    headers: { 'content-type': type, 'x-amzn-requestid': randomUUID() },
    body: Buffer.from(text),
  }
}

/** An answer that a test wrote, with the headers that every answer of AWS has. */
export function givenAnswer(given: {
  readonly status: number
  readonly body: string
  readonly contentType?: string
}): Answer {
  const { status, body, contentType = 'text/xml' } = given
  return {
    status,
    headers: { 'content-type': contentType, 'x-amzn-requestid': randomUUID() },
    body: Buffer.from(body),
  }
}

function xmlOf(protocol: 'query' | 's3', status: number, code: string, message: string): string {
  const said = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`
  const id = `<RequestId>${randomUUID()}</RequestId>`
  if (protocol === 's3') return `<?xml version="1.0" encoding="UTF-8"?><Error>${said}${id}</Error>`
  const fault = status < 500 ? 'Sender' : 'Receiver'
  return `<ErrorResponse><Error><Type>${fault}</Type>${said}</Error>${id}</ErrorResponse>`
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

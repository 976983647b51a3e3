import type { IncomingMessage } from 'node:http'
import { nameS3Operation } from './s3-operation.js'

/** A request as it came in, read to its end. */
export interface ReceivedCall {
  readonly request: IncomingMessage
  readonly body: Buffer
  /** As in a credential scope: `cloudformation`, `iam`, `s3`, `ssm`, `sts`. */
  readonly service: string
  /** Service and operation, such as `cloudformation:CreateChangeSet` or `s3:PutObject`. */
  readonly call: string
}

/** Reads a request to its end and names the call that it is. */
export async function receiveCall(request: IncomingMessage): Promise<ReceivedCall> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts)
  const service = readService(request)
  return { request, body, service, call: `${service}:${nameOperation(request, body, service)}` }
}

/** The service is the fourth part of the scope: `Credential=AKIA.../20261124/eu-central-1/iam/aws4_request`. */
function readService({ headers }: IncomingMessage): string {
  return /Credential=(?:[^/]*\/){3}([^/]*)\//.exec(headers.authorization ?? '')?.[1] ?? 'unsigned'
}

/** SSM says it in a header, S3 by method and path, the others as a form field. */
function nameOperation(request: IncomingMessage, body: Buffer, service: string): string {
  const target = request.headers['x-amz-target']
  if (typeof target === 'string') return target.slice(target.indexOf('.') + 1)
  const url = new URL(request.url ?? '/', 'http://proxy')
  if (service === 's3') return nameS3Operation(request.method ?? 'GET', url)
  return new URLSearchParams(body.toString()).get('Action') ?? url.searchParams.get('Action') ?? 'Unknown'
}

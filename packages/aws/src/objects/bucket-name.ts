import { awsError } from '../issues/aws-error.js'
import { storeIssueKinds } from '../issues/store-issues.js'
import type { ParameterApi } from '../ports.js'

const reference = 'ssm:'

/** Without dots, which the certificate of S3 does not cover in a host name. */
const bucketNameForm = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/

/**
 * The name of a bucket that is given by its name, or as `ssm:` and the path of the parameter that holds it.
 *
 * @throws `BUCKET_PARAMETER_MISSING`; `BUCKET_NAME_FORM` where the name found is none of a bucket.
 * @see {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html | Names of buckets}
 */
export async function bucketName(api: Pick<ParameterApi, 'getParameter'>, given: string): Promise<string> {
  if (!given.startsWith(reference)) return checkedName(given, 'the template bucket')
  const parameter = given.slice(reference.length)
  const value = await api.getParameter(parameter)
  if (value === undefined)
    throw awsError(storeIssueKinds, 'BUCKET_PARAMETER_MISSING', { parameter }, { kind: 'input' })
  return checkedName(value.trim(), `the parameter "${parameter}"`)
}

function checkedName(found: string, source: string): string {
  if (bucketNameForm.test(found)) return found
  throw awsError(storeIssueKinds, 'BUCKET_NAME_FORM', { found, source }, { kind: 'input' })
}

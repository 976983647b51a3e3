import { parseJson } from '@sec/common'
import { type AnyDocument, isMap, type NormalDocument, normalizeDocument } from '@sec/common/iam'

/**
 * A policy document in the form in which it is compared, whether it came as data, as JSON, or as the URL-encoded JSON
 * in which IAM answers.
 *
 * @returns Undefined for what is no document.
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html | GetPolicyVersion}
 */
export function readDocument(document: AnyDocument): NormalDocument | undefined {
  const read = typeof document === 'string' ? (parseJson(document) ?? parseJson(decoded(document))) : document
  return isMap(read) ? normalizeDocument(read) : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

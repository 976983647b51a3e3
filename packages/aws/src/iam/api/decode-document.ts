import type { AnyDocument } from '@sec/common/iam'

/**
 * Policy documents come URL-encoded (RFC 3986). What is no JSON is kept as text, for somebody to look at.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html | GetRolePolicy}
 */
export function decodeDocument(encoded: string): AnyDocument {
  const text = decodeText(encoded)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function decodeText(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

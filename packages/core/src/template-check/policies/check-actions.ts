import type { Issue } from '@sec/common'
import { quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { PolicyPlace } from './policy-place.js'
import { checkTexts } from './policy-texts.js'

/** Checks Action or NotAction. */
export function checkActions(value: unknown, key: string, place: PolicyPlace): Issue[] {
  return checkTexts(value, key, place, (text, { path }) => {
    if (!/^(\*|[\w*?-]+:[\w*?-]+)$/.test(text))
      return [templateIssue('TEMPLATE_POLICY_ACTION', path, { found: quoted(text) })]
    if (place.kind === 'identity' || key === 'NotAction' || isTrustAction(text)) return []
    return [templateIssue('TEMPLATE_TRUST_ACTION', path, { found: quoted(text) })]
  })
}

/**
 * True for the actions of STS that a trust policy may hold, and for wildcards within STS.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html | Mismatched action for principal}
 */
function isTrustAction(text: string): boolean {
  return /^sts:(AssumeRole|TagSession$|SetSourceIdentity$|SetContext$|[\w]*[*?])/i.test(text)
}

import type { Issue } from '@sec/common'
import { quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { PolicyPlace } from './policy-place.js'
import { checkTexts } from './policy-texts.js'

/** Checks Resource or NotResource. */
export function checkResources(value: unknown, key: string, place: PolicyPlace): Issue[] {
  return checkTexts(value, key, place, (text, { path }) => {
    if (isResource(text)) return []
    return [templateIssue('TEMPLATE_POLICY_RESOURCE', path, { found: quoted(text) })]
  })
}

/** An ARN has six parts; wildcards and variables may stand for several of them. */
function isResource(text: string): boolean {
  if (/^(\*|\$\{)/.test(text)) return true
  if (!text.startsWith('arn:')) return false
  return text.split(':').length >= 6 || /[*?]|\$\{/.test(text)
}

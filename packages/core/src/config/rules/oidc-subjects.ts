import type { Issue, IssuePath } from '@sec/common'
import { configIssue } from '../issues/config-issues.js'
import { itemsOf } from './rule-context.js'

/**
 * Subjects are exact; a wildcard stands only after a complete `repo:ORG/REPO:`, and none admits pull requests by name.
 *
 * @see {@link https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws | GitHub, OIDC in AWS}
 */
export function checkOidcSubjects(
  subjects: readonly (string | undefined)[] | undefined,
  path: IssuePath,
): Issue[] {
  return itemsOf(subjects, path).flatMap(({ item: subject, path: at }) => {
    const reason = refusal(subject)
    return reason === undefined ? [] : [configIssue('OIDC_SUBJECT_REFUSED', at, { subject, reason })]
  })
}

const completeRepository = /^repo:[^/:*?]+\/[^/:*?]+:(.*)$/

function refusal(subject: string): string | undefined {
  const rest = completeRepository.exec(subject)?.[1]
  if (/[*?]/.test(subject) && rest === undefined)
    return 'a wildcard stands only after a complete repo:ORG/REPO:'
  if (subject.startsWith('repo:') && (rest === undefined || rest === ''))
    return 'nothing stands after repo:ORG/REPO:'
  return rest !== undefined && admitsPullRequests(rest)
    ? 'anybody who opens a pull request would get in'
    : undefined
}

/** `pull_request` itself, or a pattern that is made for it; `*` alone says openly that everything is let in. */
function admitsPullRequests(rest: string): boolean {
  const start = rest.replace(/[*?].*$/, '')
  return rest === 'pull_request' || (start !== '' && start !== rest && 'pull_request'.startsWith(start))
}

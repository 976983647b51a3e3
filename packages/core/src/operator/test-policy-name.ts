import type { SecModel } from '../model/model.js'
import { policyNameOf, testSuffixPattern } from '../names/names.js'

/**
 * The name, or pattern of names, that a policy has in test deployments, for attaching it. The numbered levels
 * share one pattern: named in full, they take documents of which a person or role has ten. All else is named in
 * full, since a pattern over every test name fits real ones too, such as `…-policy-group-qa-testing`. The pattern
 * gives way to full names where it fits a real policy of the estate.
 */
export function testPolicyName(policyName: string, { identity, policies }: SecModel): string {
  const levels = policyNameOf(identity.prefix, `*-level*${testSuffixPattern}`)
  const isSafe = !policies.some((real) => fits(levels, real.policyName))
  const isLevel = fits(levels, `${policyName}${testSuffixPattern}`)
  return isSafe && isLevel ? levels : `${policyName}${testSuffixPattern}`
}

/** Names and patterns consist of letters, digits, hyphens and the two wildcards of IAM. */
function fits(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`).test(name)
}

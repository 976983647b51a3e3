import type { Issue } from '@sec/common'
import { configIssue } from '../issues/config-issues.js'
import type { RuleContext } from './rule-context.js'

/**
 * Tag keys of roles differ by more than case.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html | Tags for IAM resources}
 */
export function checkTagKeys({ config }: RuleContext): Issue[] {
  const firstByKey = new Map<string, string>()
  return Object.keys(config.tags ?? {}).flatMap((key) => {
    const other = firstByKey.get(key.toLowerCase())
    firstByKey.set(key.toLowerCase(), other ?? key)
    return other === undefined
      ? []
      : [configIssue('TAG_TWICE', ['tags', key], { key, other }, { anchor: 'key' })]
  })
}

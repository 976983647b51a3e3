import type { IssuePath } from '@sec/common'
import { configIssue } from '../config/issues/config-issues.js'

type Make = typeof configIssue

/** The issue of a number that passes its limit, at the key of the path; nothing while it does not. */
export function overLimit<Code extends Parameters<Make>[0]>(
  [found, limit]: readonly [found: number, limit: number],
  code: Code,
  path: IssuePath,
  args: Parameters<typeof configIssue<Code>>[2],
) {
  return found > limit ? [configIssue(code, path, args, { anchor: 'key' })] : []
}

import type { SecModel } from '../model/model.js'

/** Gives a text of the estate the names of a test deployment. */
export type Rename = (text: string) => string

/**
 * Texts that are one of the estate's own names, or the ARN of one, get the suffix; so do the sessions of its own
 * roles. Patterns over names stay, and so do things of the same name in another account.
 */
export function renameFor(model: SecModel, suffix: string): Rename {
  const names = new Set(ownNames(model).map(({ name }) => name))
  const ends = new Map(ownNames(model).flatMap((own) => arnEnds(own, model, suffix)))
  return (text) => {
    if (names.has(text)) return `${text}${suffix}`
    const { head, end, session } = partsOf(text)
    const renamed = ends.get(end)
    return renamed === undefined ? text : `${head}${renamed}${session}`
  }
}

interface OwnName {
  readonly type: 'group' | 'role' | 'policy'
  readonly name: string
}

function ownNames({ groups, roles, policies }: SecModel): readonly OwnName[] {
  return [
    ...groups.map(({ groupName }) => ({ type: 'group', name: groupName }) as const),
    ...roles.map(({ roleName }) => ({ type: 'role', name: roleName }) as const),
    ...policies.map(({ policyName }) => ({ type: 'policy', name: policyName }) as const),
  ]
}

/** What an ARN of the name ends in, from the service on, to what it then ends in. */
function arnEnds({ type, name }: OwnName, { identity }: SecModel, suffix: string): [string, string][] {
  const accounts = [identity.accountId, '${AWS::AccountId}', '*']
  const heads = accounts.flatMap((account) => [
    `:iam::${account}:${type}/`,
    ...(type === 'role' ? [`:sts::${account}:assumed-role/`] : []),
  ])
  return heads.map((head) => [`${head}${name}`, `${head}${name}${suffix}`])
}

/** An ARN in three: before the service, from the service to the name, and the session of an assumed role. */
function partsOf(text: string): { readonly head: string; readonly end: string; readonly session: string } {
  const start = text.startsWith('arn:') ? text.search(/:(iam|sts)::/) : -1
  if (start < 0) return { head: text, end: '', session: '' }
  const session = /:assumed-role\/[^/]+(\/.*)$/.exec(text)?.[1] ?? ''
  const stop = text.length - session.length
  return { head: text.slice(0, start), end: text.slice(start, stop), session }
}

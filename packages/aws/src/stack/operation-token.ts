/** Who asks for an operation, as its token tells everybody who reads the stack's events. */
export interface OperationOrigin {
  /** The program that asks; `provisioner` where nothing is said. */
  readonly tool?: string
  /** Such as `deploy`. */
  readonly action: string
  /** The caller's ARN, or the name of a person. */
  readonly who: string
  /** At least eight random letters and digits. */
  readonly random: string
}

const separator = '--'

/** Letters, digits and single hyphens, so that the separator stays one. */
const clean = (text: string, limit: number): string =>
  text
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .slice(0, limit)
    .replaceAll(/^-|-$/g, '') || 'unknown'

/** The last part of an ARN, such as the session's or the user's name. */
const lastPart = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1)

/**
 * Makes the client request token of an operation, which CloudFormation puts on every event of it:
 * `{tool}--{action}--{who}--{random}`, at most 120 characters of `[a-zA-Z0-9][-a-zA-Z0-9]*`.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html | ClientRequestToken}
 */
export function makeOperationToken({ tool = 'provisioner', action, who, random }: OperationOrigin): string {
  return [clean(tool, 24), clean(action, 24), clean(lastPart(who), 40), clean(random, 26)].join(separator)
}

/** Reads what {@link makeOperationToken} wrote; undefined for a token of another program. */
export function readOperationToken(token: string): Omit<Required<OperationOrigin>, 'random'> | undefined {
  const parts = token.split(separator)
  const [tool, action, who] = parts
  const isOurs = parts.length === 4 && parts.every((part) => /^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/.test(part))
  return isOurs && tool && action && who ? { tool, action, who } : undefined
}

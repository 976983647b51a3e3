import type {
  Anchor,
  DescribedIssue,
  Issue,
  IssueArgs,
  IssuePath,
  Severity,
  SourceLocation,
} from './issue.js'

/** One kind of issue: its severity, its words, and what the documentation says about it. */
export interface IssueKind<Args extends IssueArgs = IssueArgs> {
  readonly severity: Severity
  /** What the kind means, in one or two sentences, for the documentation. */
  readonly meaning: string
  /** Found and expected. */
  readonly message: (args: Args) => string
  /** What to do. */
  readonly hint: (args: Args) => string
  /** Arguments of an example, for the documentation and its test. */
  readonly sample: Args
}

// biome-ignore lint/suspicious/noExplicitAny: a table holds kinds with different arguments; each keeps its own type.
export type IssueKinds = Readonly<Record<string, IssueKind<any>>>

/** The arguments of the kind `Code` in the table `Kinds`. */
export type ArgsOf<Kinds extends IssueKinds, Code extends keyof Kinds> =
  Kinds[Code] extends IssueKind<infer Args> ? Args : never

/** Helps the compiler to infer the arguments of one kind. */
export function issueKind<Args extends IssueArgs>(kind: IssueKind<Args>): IssueKind<Args> {
  return kind
}

/** Optional facts about an issue's place. */
export interface IssuePlace {
  readonly anchor?: Anchor
  readonly location?: SourceLocation
  /** Overrides the kind's own severity. */
  readonly severity?: Severity
}

/** Makes issues of the kinds in one table. */
export type IssueMaker<Kinds extends IssueKinds> = <Code extends keyof Kinds & string>(
  code: Code,
  path: IssuePath,
  args: ArgsOf<Kinds, Code>,
  place?: IssuePlace,
) => Issue

/** Returns a function that makes issues of these kinds; a code or argument that the table lacks does not compile. */
export function issueMaker<Kinds extends IssueKinds>(kinds: Kinds): IssueMaker<Kinds> {
  return (code, path, args, place = {}) => ({
    code,
    severity: place.severity ?? (kinds[code] as IssueKind).severity,
    path,
    anchor: place.anchor ?? 'value',
    args: args as IssueArgs,
    ...(place.location && { location: place.location }),
  })
}

/**
 * Puts an issue into words.
 *
 * @param kinds - The tables that may know its code, merged.
 * @param location - Where it stands, when the issue does not carry its own place.
 */
export function describeIssue(issue: Issue, kinds: IssueKinds, location?: SourceLocation): DescribedIssue {
  const kind = kinds[issue.code]
  const place = issue.location ?? location
  return {
    code: issue.code,
    severity: issue.severity,
    message: kind ? kind.message(issue.args) : issue.code,
    hint: kind ? kind.hint(issue.args) : '',
    path: issue.path,
    ...(place && { file: place.file, line: place.line, column: place.column }),
  }
}

/** Sorts by file, line and column; issues without a place come first, those of one place keep their order. */
export function sortIssues(issues: readonly DescribedIssue[]): DescribedIssue[] {
  return [...issues].sort(
    (a, b) =>
      (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}

/** True when at least one of them is an error. */
export function hasErrors(issues: readonly { readonly severity: Severity }[]): boolean {
  return issues.some((issue) => issue.severity === 'error')
}

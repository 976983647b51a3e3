import type { DriftDifference, DriftFinding, DriftSubject, StatementChange } from './drift-finding.js'
import { statementWords } from './statement-words.js'

/** A finding in words. */
export interface DriftWords {
  /** One sentence without a full stop. */
  readonly line: string
  /**
   * Statements in short form: `+` for what was found and is not in the template, `-` for the opposite. Then what is to
   * be known beside them.
   */
  readonly detail: readonly string[]
}

export function describeDrift(finding: DriftFinding): DriftWords {
  return { line: `${subjectWords(finding.subject)} ${whatOf(finding)}`, detail: detailOf(finding) }
}

/**
 * How a finding is undone where only hands can do it: CloudFormation leaves alone what a template does not name.
 *
 * @returns Undefined where reverting drift undoes it.
 */
export function handsOnly(finding: DriftDifference): string | undefined {
  switch (finding.kind) {
    case 'foreign-attachment':
      return 'no deployment detaches it: do so by hand'
    case 'newer-versions':
      return 'one call makes any of them count: delete by hand those that nobody needs'
    case 'boundary-added':
      return 'no deployment takes it off: do so by hand'
    case 'changed-path':
      return 'no deployment moves it: delete it by hand, then have it made again'
    default:
      return undefined
  }
}

function subjectWords({ type, name }: DriftSubject): string {
  return `${type} ${name}`
}

function whatOf(finding: DriftFinding): string {
  switch (finding.kind) {
    case 'missing':
      return 'does not exist any more'
    case 'extra-inline-policy':
      return `has the inline policy ${finding.policyName}, which is not in the template`
    case 'missing-inline-policy':
      return `lacks its inline policy ${finding.policyName}`
    case 'changed-inline-policy':
      return `has an inline policy ${finding.policyName} with other statements${ofEffect(finding.effect)}`
    case 'extra-attachment':
      return `has ${policyWords(finding.policyArn)} attached, which is not in the template`
    case 'missing-attachment':
      return `lacks ${policyWords(finding.policyArn)}, which the template attaches`
    case 'changed-policy-document':
      return `has other statements in its default version ${finding.versionId}${ofEffect(finding.effect)}`
    case 'newer-versions':
      return `has ${finding.newerVersionIds.join(', ')} beyond its default version ${finding.defaultVersionId}`
    case 'foreign-attachment':
      return `is attached to the ${finding.holder.type} ${finding.holder.name}, which is not of this stack`
    default:
      return whatOfRole(finding)
  }
}

type RoleFinding = Exclude<
  DriftFinding,
  {
    readonly kind:
      | 'missing'
      | 'extra-inline-policy'
      | 'missing-inline-policy'
      | 'changed-inline-policy'
      | 'extra-attachment'
      | 'missing-attachment'
      | 'changed-policy-document'
      | 'newer-versions'
      | 'foreign-attachment'
  }
>

function whatOfRole(finding: RoleFinding): string {
  switch (finding.kind) {
    case 'changed-trust-policy':
      return `has another trust policy${ofEffect(finding.effect)}`
    case 'boundary-added':
      return `has ${policyWords(finding.found)} as permissions boundary, the template sets none`
    case 'boundary-removed':
      return `has no permissions boundary, the template sets ${policyWords(finding.expected)}`
    case 'boundary-changed':
      return `has ${policyWords(finding.found)} as permissions boundary, the template sets ${policyWords(finding.expected)}`
    case 'changed-session-length':
      return `has sessions of at most ${finding.found} seconds, the template says ${finding.expected}`
    case 'changed-description':
      return `has the description "${finding.found}", the template says "${finding.expected}"`
    case 'changed-path':
      return `has the path ${finding.found}, the template says ${finding.expected}`
    case 'tag-added':
      return `has the tag ${finding.key} = "${finding.found}", which is not in the template`
    case 'tag-removed':
      return `lacks the tag ${finding.key} = "${finding.expected}"`
    case 'tag-changed':
      return `has the tag ${finding.key} = "${finding.found}", the template says "${finding.expected}"`
    case 'not-checked':
      return `was not checked${finding.part === undefined ? '' : `, in its ${finding.part}`}: ${finding.reason}`
  }
}

/** A policy by its name, with its path: a whole ARN hides the name, and the finding has it. */
function policyWords(arn: string): string {
  const [, owner, name] = /^arn:[^:]*:iam::(\w*):policy\/(.+)$/.exec(arn) ?? []
  if (name === undefined) return arn
  return owner === 'aws' ? `AWS's ${name}` : name
}

/** That a change of statements changes nothing is worth a word; the rest stands in the statements. */
function ofEffect(effect: string): string {
  return effect === 'cosmetic' ? ', which give the same access' : ''
}

function detailOf(finding: DriftFinding): readonly string[] {
  const byHand = finding.kind === 'not-checked' ? undefined : handsOnly(finding)
  if (byHand !== undefined) return [byHand]
  if (!('gained' in finding)) return []
  const deleted = 'deletedPrincipalIds' in finding ? finding.deletedPrincipalIds : []
  return [
    ...finding.gained.map((statement) => `+ ${statementWords(statement, finding.lost)}`),
    ...finding.lost.map((statement) => `- ${statementWords(statement, finding.gained)}`),
    ...languageWords(finding),
    ...holderWords(finding),
    ...deleted.map((id) => `${id} is the unique id of a principal that was deleted: it is trusted no more`),
  ]
}

function languageWords({ language }: StatementChange): readonly string[] {
  if (language === undefined) return []
  return [
    `its Version is ${language.found}, the template says ${language.expected}: variables mean something else`,
  ]
}

/** Whose access it is: a policy by itself is nobody's. */
function holderWords(finding: DriftFinding): readonly string[] {
  if (finding.kind !== 'changed-policy-document') return []
  const { groups, roles, users } = finding.attachedTo
  const holders = [
    ...groups.map((name) => `group ${name}`),
    ...roles.map((name) => `role ${name}`),
    ...users.map((name) => `user ${name}`),
  ]
  return [holders.length === 0 ? 'nobody has it attached' : `it counts for ${holders.join(', ')}`]
}

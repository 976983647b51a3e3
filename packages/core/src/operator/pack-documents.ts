import { documentCharacters, type PolicyDocument } from '@sec/common/iam'
import { iamLimits } from '../limits/iam-limits.js'
import { toStatement, type WideStatement } from './operator-statements.js'

/**
 * Puts each statement into the first document that has room for it: few documents matter, since a person or
 * role takes ten. A document keeps the order of its statements and is at most as long as a managed policy may be.
 *
 * A statement that is too long alone is divided by its longest list; the parts grant together what it granted.
 */
export function packDocuments(statements: readonly WideStatement[]): readonly PolicyDocument[] {
  const documents: WideStatement[][] = []
  for (const statement of numbered(statements.flatMap(divided))) {
    const roomy = documents.find((document) => isSmallEnough([...document, statement]))
    if (roomy) roomy.push(statement)
    else documents.push([statement])
  }
  return documents.map(toDocument)
}

function toDocument(statements: readonly WideStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements.map(toStatement) }
}

function isSmallEnough(statements: readonly WideStatement[]): boolean {
  return documentCharacters(toDocument(statements)) <= iamLimits.managedPolicyCharacters
}

/** `Role`, `Role2`, `Role3`: a `Sid` stands once, over all documents. */
function numbered(statements: readonly WideStatement[]): WideStatement[] {
  const counts = new Map<string, number>()
  return statements.map((statement) => {
    const count = (counts.get(statement.sid) ?? 0) + 1
    counts.set(statement.sid, count)
    return count === 1 ? statement : { ...statement, sid: `${statement.sid}${count}` }
  })
}

function divided(statement: WideStatement): WideStatement[] {
  // Two digits for the number that the name may get.
  if (isSmallEnough([{ ...statement, sid: `${statement.sid}00` }])) return [statement]
  const halves = halvesOf(statement)
  return halves ? halves.flatMap(divided) : [statement]
}

function halvesOf(statement: WideStatement): WideStatement[] | undefined {
  const arns = statement.condition?.ArnLike?.['iam:PolicyARN']
  const attachable = Array.isArray(arns) ? (arns as readonly string[]) : []
  if (attachable.length > statement.resources.length)
    return halves(attachable).map((some) => ({
      ...statement,
      condition: { ...statement.condition, ArnLike: { 'iam:PolicyARN': some } },
    }))
  if (statement.resources.length < 2) return undefined
  return halves(statement.resources).map((resources) => ({ ...statement, resources }))
}

function halves(values: readonly string[]): readonly (readonly string[])[] {
  const middle = Math.ceil(values.length / 2)
  return [values.slice(0, middle), values.slice(middle)]
}

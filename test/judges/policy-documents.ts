import type { Statement } from '@sec/common/iam'
import { exportPolicies, generateOperatorPolicies, type SecModel, type StatementModel } from '@sec/core'
import type { Estate } from './estates.js'

/** A policy document, and where a reader finds each of its statements. */
export interface JudgedDocument {
  readonly estate: string
  readonly name: string
  readonly statements: readonly Statement[]
  /** Template file of each statement; undefined for one that no template holds. */
  readonly files: readonly (string | undefined)[]
}

/** Every policy document of the estates: managed, inline, exported and the operator's own, equal ones once. */
export function judgedDocuments(estates: readonly Estate[]): readonly JudgedDocument[] {
  const byText = new Map<string, JudgedDocument>()
  for (const document of estates.flatMap(documentsOf)) {
    const text = JSON.stringify(document.statements)
    if (!byText.has(text)) byText.set(text, document)
  }
  return [...byText.values()]
}

function documentsOf({ name, literal }: Estate): JudgedDocument[] {
  const documents = [
    ...modelDocuments(literal),
    ...exportedDocuments(exportPolicies(literal)),
    ...exportedDocuments(generateOperatorPolicies(literal)),
  ]
  return documents.map((document) => ({ estate: name, ...document }))
}

type Document = Omit<JudgedDocument, 'estate'>

function modelDocuments({ policies, groups, roles }: SecModel): Document[] {
  const inline = [...groups, ...roles].flatMap(({ configName, inlinePolicies }) =>
    inlinePolicies.map(({ policyName, statements }) => toDocument(`${configName}/${policyName}`, statements)),
  )
  return [...policies.map(({ policyName, statements }) => toDocument(policyName, statements)), ...inline]
}

function toDocument(name: string, statements: readonly StatementModel[]): Document {
  const files = statements.map(({ origin }) => (origin.kind === 'template' ? origin.file : undefined))
  return { name, statements: statements.map(({ statement }) => statement), files }
}

function exportedDocuments(exported: ReturnType<typeof exportPolicies>): Document[] {
  return exported.map(({ file, value }) => {
    const { Statement: statements } = value as { readonly Statement: readonly Statement[] }
    return { name: file, statements, files: [] }
  })
}

import type { JudgedDocument } from './policy-documents.js'
import { runPython } from './run-python.js'

/** What a checker of policy documents says. */
export interface DocumentFinding {
  readonly code: string
  readonly about: string
  readonly estate: string
  /** Undefined when the finding is about the document. */
  readonly sid: string | undefined
  /** The policy and the template file that a person looks at. */
  readonly where: string
}

interface Answer {
  readonly document: number
  readonly statement?: number | null
  readonly code: string
  readonly about: string
}

/** Hands all documents to a script in `python/` in one go. */
export async function judgeDocuments(
  script: string,
  documents: readonly JudgedDocument[],
): Promise<readonly DocumentFinding[]> {
  const answers = await runPython<readonly Answer[]>(
    script,
    documents.map(({ statements }) => statements),
  )
  return answers.flatMap(({ document: position, statement, code, about }) => {
    const document = documents[position]
    if (!document) return []
    const { estate, name, statements, files } = document
    const where = [name, files[statement ?? -1]].filter((part) => part !== undefined).join(', ')
    return [{ code, about, estate, sid: statements[statement ?? -1]?.Sid, where }]
  })
}

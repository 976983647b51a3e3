import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../estates.js'
import type { JudgedDocument } from '../policy-documents.js'

/** The bad estate's managed policy, without statements that need CloudFormation to be read. */
export function badDocument(): JudgedDocument {
  const { Resources } = parse(readFileSync(join(root, 'test/judges/bad/estate.yaml'), 'utf8'))
  const all: JudgedDocument['statements'] = Resources.PolicyWide.Properties.PolicyDocument.Statement
  const statements = all.filter((statement) => !JSON.stringify(statement).includes('Fn::'))
  return { estate: 'bad', name: 'policy-wide', statements, files: [] }
}

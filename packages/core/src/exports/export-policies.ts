import { toPolicyDocument } from '../generate/policy-document.js'
import type { InlinePolicyModel, SecModel, StatementModel } from '../model/model.js'
import { policyFile } from '../names/files.js'
import { policyNameOf } from '../names/names.js'
import type { ExportFile } from './export-file.js'

/**
 * The bare policy documents: one for every level (or part of one) in use, and one for every managed policy of an
 * entry's own statements. Inline levels are written once, under the name that they would have as a managed
 * policy; an entry's own inline policy stands in the file of its group or role alone.
 */
export function exportPolicies(model: SecModel): readonly ExportFile[] {
  const inlineLevels = [...model.groups, ...model.roles]
    .flatMap(({ inlinePolicies }) => inlinePolicies)
    .filter(isLevel)
    .map(({ policyName, statements }) => ({
      policyName: policyNameOf(model.identity.prefix, policyName),
      statements,
    }))
  return [...model.policies, ...inlineLevels].filter(isFirstOfItsName).map(toFile)
}

interface NamedStatements {
  readonly policyName: string
  readonly statements: readonly StatementModel[]
}

/** What a template level is made of comes from its template; an entry's own statements come from the config. */
function isLevel({ statements }: InlinePolicyModel): boolean {
  return statements.every(({ origin }) => origin.kind === 'template')
}

function isFirstOfItsName(policy: NamedStatements, index: number, all: readonly NamedStatements[]): boolean {
  return all.findIndex(({ policyName }) => policyName === policy.policyName) === index
}

function toFile({ policyName, statements }: NamedStatements): ExportFile {
  return { file: policyFile(policyName), value: toPolicyDocument(statements) }
}

import { documentCharacters } from '@sec/common/iam'
import { toPolicyDocument } from '../generate/policy-document.js'
import type { SecModel, StatementModel } from '../model/model.js'

/** Longest values of the pseudo parameters of a portable template. */
const longestPseudoParameters: Readonly<Record<string, string>> = {
  '${AWS::AccountId}': '012345678901',
  '${AWS::Region}': 'ap-southeast-1',
  '${AWS::Partition}': 'aws-us-gov',
}

/** The characters that IAM counts of a document; of a portable one, as many as it can come to have. */
export function charactersOf(statements: readonly StatementModel[], { portable }: SecModel): number {
  const document = toPolicyDocument(statements)
  if (!portable) return documentCharacters(document)
  const text = JSON.stringify(document).replaceAll(
    /\$\{AWS::[A-Za-z]+\}/g,
    (name) => longestPseudoParameters[name] ?? name,
  )
  return documentCharacters(JSON.parse(text))
}

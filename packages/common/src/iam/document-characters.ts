/**
 * The size of a policy document as IAM counts it: characters of its JSON text, white space (space, tab, line
 * feed, carriage return) not counted, also inside texts. Placeholders must be filled in before.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html | IAM quotas}
 */
export function documentCharacters(document: unknown): number {
  return (JSON.stringify(document) ?? '').replace(/[ \t\n\r]/g, '').length
}

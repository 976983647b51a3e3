/**
 * Properties as CloudFormation and IAM name them in their reasons: `#/MaxSessionDuration` or
 * `/Properties/ManagedPolicyArns/2` where the template is judged, `at 'maxSessionDuration' failed` where the call is.
 */
export interface ReasonProperty {
  /** In lower case: the two spell it differently. */
  readonly name: string
  /** Position in a list, from 0. */
  readonly index?: number
}

const forms: readonly RegExp[] = [
  /(?:#|\/Properties)\/([A-Za-z]+)(?:\/(\d+))?/,
  /\bat '([A-Za-z]+)(?:\.(\d+)[^']*)?' failed/,
]

/**
 * @returns Undefined where the reason names no property. IAM counts list items from 1, which is not said of any list
 *   that is looked into here.
 */
export function propertyIn(reason: string): ReasonProperty | undefined {
  const match = forms.map((form) => form.exec(reason)).find((found) => found !== null)
  const [, name, index] = match ?? []
  if (name === undefined) return undefined
  return { name: name.toLowerCase(), ...(index !== undefined && { index: Number(index) }) }
}

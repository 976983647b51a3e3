/** Whose files they are. */
interface Stemmed {
  /** `{prefix}-{region}-{tier}-sec`. */
  readonly stem: string
}

/** How a template is written: `json-min` is JSON without white space. */
export type TemplateFormat = 'yaml' | 'json' | 'json-min'

/** Where a template is written, relative to the output folder, with `/` on every system. */
export function templateFile({ stem }: Stemmed, format: TemplateFormat): string {
  return `templates/${stem}-template.${format === 'yaml' ? 'yaml' : 'json'}`
}

/**
 * Where one document of the operator's own policy is written.
 *
 * @param number - From 1; the first document's file carries none.
 */
export function operatorPolicyFile({ stem }: Stemmed, number: number): string {
  return `policies/${stem}-iam-policy${number === 1 ? '' : `-${number}`}.json`
}

/** Where the document of a managed policy is written. */
export function policyFile(policyName: string): string {
  return `policies/${policyName}.json`
}

/** Where a group is written. */
export function groupFile(groupName: string): string {
  return `groups/${groupName}.json`
}

/** Where a role of any kind is written. */
export function roleFile(roleName: string): string {
  return `roles/${roleName}.json`
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the Service Authorization Reference.
/** One step of a pattern: a character, or what a wildcard may stand for. */
type Step = string | { readonly star: RegExp } | { readonly one: RegExp }

const anything = /[\s\S]/
const placeholders: Readonly<Record<string, string>> = {
  company_prefix: 'acme',
  env: 'prod',
  tenant_id: 'a001',
  prefix: 'acme-prod-a001',
  prefix_underscore: 'acme_prod_a001',
  account_id: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
}

/** An ARN of a template: placeholders filled in, variables of IAM as wildcards. */
export function patternOfTemplate(arn: string): Step[] {
  const filled = arn.replace(/\$\{([^}]*)\}/g, (_all, name: string) => placeholders[name] ?? '*')
  return [...filled].map((character, index) => {
    const range = isBeforeLastPart(filled, index) ? /[^:]/ : anything
    if (character === '*') return { star: range }
    return character === '?' ? { one: range } : character
  })
}

/** In the first five parts of an ARN, which colons divide, a wildcard stays within its part. */
function isBeforeLastPart(arn: string, index: number): boolean {
  return arn.startsWith('arn:') && arn.slice(0, index).split(':').length <= 5
}

/** An ARN format of the Service Authorization Reference: variables stand for what they can hold. */
export function patternOfType(arn: string): Step[] {
  const parts = arn.split(/(\$\{[^}]*\})/)
  return parts.flatMap((part): Step[] => (part.startsWith('${') ? [{ star: charactersOf(part) }] : [...part]))
}

function charactersOf(variable: string): RegExp {
  if (/\$\{(Partition|Region|Account)\}/.test(variable)) return /[^:]/
  return variable === '${BucketName}' ? /[^/:]/ : anything
}

/** True when some text matches both patterns. */
export function canMatch(a: readonly Step[], b: readonly Step[]): boolean {
  const known = new Map<number, boolean>()
  const from = (i: number, j: number): boolean => {
    const key = i * (b.length + 1) + j
    const answer = known.get(key) ?? afresh(i, j)
    known.set(key, answer)
    return answer
  }
  const afresh = (i: number, j: number): boolean => {
    const [first, second] = [a[i], b[j]]
    if (first === undefined && second === undefined) return true
    if (isStar(first) && from(i + 1, j)) return true
    if (isStar(second) && from(i, j + 1)) return true
    if (first === undefined || second === undefined || !canShare(first, second)) return false
    if (isStar(first) && isStar(second)) return false
    return from(isStar(first) ? i : i + 1, isStar(second) ? j : j + 1)
  }
  return from(0, 0)
}

function isStar(step: Step | undefined): step is { readonly star: RegExp } {
  return typeof step === 'object' && 'star' in step
}

/** True when one character can stand for both steps; two wildcards always share one. */
function canShare(a: Step, b: Step): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b
  if (typeof a === 'string') return rangeOf(b).test(a)
  return typeof b === 'string' ? rangeOf(a).test(b) : true
}

function rangeOf(step: Step): RegExp {
  if (typeof step === 'string') return anything
  return 'star' in step ? step.star : step.one
}

/** True when `wide`, read as a pattern, matches `narrow` character by character, wildcards included. */
export function covers(wide: string, narrow: string): boolean {
  const source = wide
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('\\*', '.*')
    .replaceAll('\\?', '.')
  return new RegExp(`^${source}$`).test(narrow)
}

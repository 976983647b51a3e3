import { parseJson } from '@sec/common'
import { type AnyDocument, type InlinePolicy, isMap } from '@sec/common/iam'

type Properties = Readonly<Record<string, unknown>>

/** A property's text; undefined where there is none, or none that is known. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The texts of a list, each once. */
export function textsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return [...new Set(items.filter((item) => typeof item === 'string'))]
}

/** A document; one that is written as JSON text is read. */
export function documentOf(value: unknown): AnyDocument {
  const parsed = typeof value === 'string' ? parseJson(value) : value
  return isMap(parsed) ? parsed : value
}

/** `Policies` of a group or role; those without a name that is known are left out. */
export function inlinePoliciesOf({ Policies }: Properties): readonly InlinePolicy[] {
  if (!Array.isArray(Policies)) return []
  return Policies.filter(isMap).flatMap(inlinePolicyOf)
}

/** One inline policy: `PolicyName` and `PolicyDocument`. */
export function inlinePolicyOf({ PolicyName, PolicyDocument }: Properties): readonly InlinePolicy[] {
  if (typeof PolicyName !== 'string') return []
  return [{ policyName: PolicyName, document: documentOf(PolicyDocument) }]
}

/** `Tags`, a list of keys and values. */
export function tagsOf({ Tags }: Properties): Readonly<Record<string, string>> {
  if (!Array.isArray(Tags)) return {}
  const tags = Tags.filter(isMap).map(({ Key, Value }) => [String(Key), String(Value)] as const)
  return Object.fromEntries(tags)
}

const defaultSessionSeconds = 3600

/** `MaxSessionDuration` in seconds; an hour where none is set, as IAM has it. */
export function sessionSecondsOf({ MaxSessionDuration }: Properties): number {
  const seconds = Number(MaxSessionDuration)
  return Number.isFinite(seconds) && MaxSessionDuration !== '' ? seconds : defaultSessionSeconds
}

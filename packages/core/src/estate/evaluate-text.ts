import { isMap } from '@sec/common/iam'
import { callOf } from '../template-check/read/call.js'

/** What the functions of a template ask for; undefined where nobody but CloudFormation knows. */
export interface Lookup {
  /** What `Ref` answers for a logical id or a pseudo parameter. */
  readonly ref: (name: string) => string | undefined
  /** What `Fn::GetAtt` answers. */
  readonly attribute: (logicalId: string, attribute: string) => string | undefined
}

/**
 * The text that a value of a template becomes: Ref, Fn::GetAtt, Fn::Sub and Fn::Join are evaluated.
 *
 * @returns Undefined for another function, for one that asks for something unknown, and for what is no text.
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html | Intrinsic functions}
 */
export function evaluateText(value: unknown, lookup: Lookup): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const call = callOf(value)
  return call && evaluators.get(call.name)?.(call.argument, lookup)
}

type Evaluator = (argument: unknown, lookup: Lookup) => string | undefined

const evaluators: ReadonlyMap<string, Evaluator> = new Map<string, Evaluator>([
  ['Ref', (argument, lookup) => (typeof argument === 'string' ? lookup.ref(argument) : undefined)],
  ['Fn::GetAtt', evaluateAttribute],
  ['Fn::Sub', evaluateSub],
  ['Fn::Join', evaluateJoin],
])

/** A list of two, or both in one text, which YAML allows. */
function evaluateAttribute(argument: unknown, lookup: Lookup): string | undefined {
  const parts = typeof argument === 'string' ? splitAtDot(argument) : argument
  if (!Array.isArray(parts)) return undefined
  const [logicalId, attribute] = parts as readonly unknown[]
  if (typeof logicalId !== 'string' || typeof attribute !== 'string') return undefined
  return lookup.attribute(logicalId, attribute)
}

function splitAtDot(text: string): readonly string[] {
  const dot = text.indexOf('.')
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)]
}

/** A text, or a text and a map of variables of its own. */
function evaluateSub(argument: unknown, lookup: Lookup): string | undefined {
  const [text, variables] = Array.isArray(argument) ? (argument as readonly unknown[]) : [argument]
  if (typeof text !== 'string') return undefined
  const own = isMap(variables) ? variables : {}
  let isKnown = true
  const substituted = text.replace(/\$\{([^}]*)\}/g, (written, inside: string) => {
    if (inside.startsWith('!')) return `\${${inside.slice(1)}}`
    const found = evaluateVariable(inside.trim(), own, lookup)
    isKnown &&= found !== undefined
    return found ?? written
  })
  return isKnown ? substituted : undefined
}

function evaluateVariable(
  name: string,
  own: Readonly<Record<string, unknown>>,
  lookup: Lookup,
): string | undefined {
  if (Object.hasOwn(own, name)) return evaluateText(own[name], lookup)
  return name.includes('.') ? evaluateAttribute(name, lookup) : lookup.ref(name)
}

function evaluateJoin(argument: unknown, lookup: Lookup): string | undefined {
  if (!Array.isArray(argument)) return undefined
  const [delimiter, items] = argument as readonly unknown[]
  if (typeof delimiter !== 'string' || !Array.isArray(items)) return undefined
  const texts = items.map((item) => evaluateText(item, lookup))
  return texts.includes(undefined) ? undefined : texts.join(delimiter)
}

import { isMap } from '@sec/common/iam'
import type { LocatedCall } from './calls.js'

/** How far a template is written for a transform, which may add names and keys that the text does not show. */
export interface Freedom {
  /** A macro or an include is used: anything may be added. */
  readonly isOpen: boolean
  readonly isServerless: boolean
  /** Starts of names that SAM and modules add. */
  readonly addedPrefixes: readonly string[]
  /** Any transform at all. */
  readonly hasTransform: boolean
  /** Names that loops make, each as the parts between the loop's variables. */
  readonly loopNames: readonly (readonly string[])[]
}

const knownTransforms = new Set([
  'AWS::Serverless-2016-10-31',
  'AWS::LanguageExtensions',
  'AWS::CodeDeployBlueGreen',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
])

/** Reads which transforms a template uses, and what they may add. */
export function readFreedom(top: Readonly<Record<string, unknown>>, calls: readonly LocatedCall[]): Freedom {
  const transforms = [top.Transform].flat().filter((item) => item !== undefined && item !== null)
  const isServerless = transforms.includes('AWS::Serverless-2016-10-31')
  const includes = calls.some(({ name }) => name === 'Fn::Transform')
  return {
    isOpen: includes || transforms.some((item) => typeof item !== 'string' || !knownTransforms.has(item)),
    isServerless,
    addedPrefixes: [...(isServerless ? ['Serverless'] : []), ...expandedNames(top.Resources)],
    hasTransform: transforms.length > 0 || includes,
    loopNames: calls.flatMap(({ name, argument }) => (name === 'Fn::ForEach' ? loopNames(argument) : [])),
  }
}

/** Resources that become several, whose names start with theirs. */
function expandedNames(resources: unknown): string[] {
  if (!isMap(resources)) return []
  return Object.keys(resources).filter((name) => {
    const resource = resources[name]
    const type = isMap(resource) ? resource.Type : undefined
    return typeof type === 'string' && /^AWS::Serverless::|::MODULE$/.test(type)
  })
}

/** The keys that a loop's body makes: `Topic${Name}` stands for every name that starts with `Topic`. */
function loopNames(argument: unknown): (readonly string[])[] {
  const body = Array.isArray(argument) ? argument[2] : undefined
  if (!isMap(body)) return []
  return Object.keys(body)
    .filter((key) => !key.startsWith('Fn::') && /[$&]\{/.test(key))
    .map((key) => key.split(/[$&]\{[^}]*\}/))
}

/** True when the name holds the parts in their order, the first and last at its ends. */
function isLoopName(name: string, parts: readonly string[]): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (!name.startsWith(first) || !name.endsWith(last)) return false
  let offset = first.length
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, offset)
    if (found < 0) return false
    offset = found + part.length
  }
  return offset + last.length <= name.length
}

/** True when a name that the text does not show may come from a transform. */
export function mayBeAdded(name: string, freedom: Freedom): boolean {
  if (freedom.isOpen) return true
  if (/[$&]\{/.test(name) && freedom.loopNames.length > 0) return true
  if (freedom.loopNames.some((parts) => isLoopName(name, parts))) return true
  return freedom.addedPrefixes.some((prefix) => name.startsWith(prefix))
}

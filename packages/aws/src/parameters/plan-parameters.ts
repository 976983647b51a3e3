import { parameterFault } from './parameter-faults.js'

/** A parameter that is missing, or has another value. */
export interface ParameterWrite {
  /** In full, with its path. */
  readonly name: string
  readonly value: string
  readonly exists: boolean
}

/** What makes the parameters under one path equal to the outputs of a stack. */
export interface ParameterPlan {
  /** With a slash at its end. */
  readonly path: string
  /** Sorted by name. */
  readonly write: readonly ParameterWrite[]
  /** Names in full, sorted. */
  readonly remove: readonly string[]
  readonly unchanged: number
}

/**
 * Compares outputs with the parameters that exist. The plan follows from these two alone, so a publication that
 * was interrupted is finished by the next one, whatever it had reached.
 *
 * @param outputs - Output key to value; a parameter's name is the path and the key.
 * @param existing - Full name to value; what is not under the path is left out of account.
 * @param path - Such as `/security/acme/`, with or without the last slash.
 * @throws `PARAMETER_NAME` or `PARAMETER_VALUE` for what SSM would refuse, before anything is written.
 */
export function planParameters(
  outputs: Readonly<Record<string, string>>,
  existing: Readonly<Record<string, string>>,
  path: string,
): ParameterPlan {
  const folder = withSlash(path)
  const wanted = new Map(Object.entries(outputs).map(([key, value]) => [`${folder}${key}`, value]))
  const found = new Map(Object.entries(existing).filter(([name]) => name.startsWith(folder)))
  for (const [name, value] of wanted) refuse(name, value)
  const write = [...wanted]
    .filter(([name, value]) => found.get(name) !== value)
    .map(([name, value]) => ({ name, value, exists: found.has(name) }))
  return {
    path: folder,
    write: write.sort((one, other) => (one.name < other.name ? -1 : 1)),
    remove: [...found.keys()].filter((name) => !wanted.has(name)).sort(),
    unchanged: wanted.size - write.length,
  }
}

/** A path as names under it begin: without the slash, `/a/b` would cover `/a/bc` too. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}

function refuse(name: string, value: string): void {
  const fault = parameterFault(name, value)
  if (fault !== undefined) throw fault
}

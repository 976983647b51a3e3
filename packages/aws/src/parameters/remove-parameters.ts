import type { ParameterApi } from '../ports.js'
import { withSlash } from './plan-parameters.js'

/**
 * Removes every parameter under a path; what is gone already is no fault, and nothing to remove is no call.
 *
 * @param path - Such as `/security/acme/`, with or without the last slash.
 * @returns The names that were found and removed, sorted.
 */
export async function removeParameters(
  api: Pick<ParameterApi, 'getParametersByPath' | 'deleteParameters'>,
  path: string,
): Promise<readonly string[]> {
  const folder = withSlash(path)
  const found = Object.keys(await api.getParametersByPath(folder.slice(0, -1)))
  const names = found.filter((name) => name.startsWith(folder)).sort()
  if (names.length > 0) await api.deleteParameters(names)
  return names
}

import type { ObjectApi, ObjectPlace } from '../ports.js'
import { isTemplateKey } from './template-key.js'

/** Removes uploaded templates; a key that is gone already is no fault, and no key is no call. */
export async function removeTemplates(
  api: Pick<ObjectApi, 'deleteObjects'>,
  place: ObjectPlace,
  keys: readonly string[],
): Promise<void> {
  if (keys.length > 0) await api.deleteObjects(place, keys)
}

/**
 * Removes every uploaded template under a prefix. What lies there under a key that is none of a template, such as
 * a file that a person put there, stays.
 *
 * @returns The keys that were removed, sorted.
 */
export async function removeAllTemplates(
  api: Pick<ObjectApi, 'listKeys' | 'deleteObjects'>,
  place: ObjectPlace,
  prefix: string,
): Promise<readonly string[]> {
  const keys = await api.listKeys(place, prefix)
  const templates = keys.filter((key) => isTemplateKey(prefix, key)).sort()
  await removeTemplates(api, place, templates)
  return templates
}

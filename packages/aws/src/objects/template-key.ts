import { createHash } from 'node:crypto'

/** The SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The key of an uploaded template, by its digest; a caller may add a mark of its own to it. */
export function templateKey(prefix: string, digest: string, extension: 'yaml' | 'json'): string {
  return `${prefix}${digest}.${extension}`
}

/** A run may add a mark of its own to the digest, to remove its upload without touching another's. */
const afterPrefix = /^[0-9a-f]{64}(-[A-Za-z0-9]+)?\.(yaml|json)$/

/** True for keys that {@link templateKey} makes under this prefix, and for nothing else that lies there. */
export function isTemplateKey(prefix: string, key: string): boolean {
  return key.startsWith(prefix) && afterPrefix.test(key.slice(prefix.length))
}

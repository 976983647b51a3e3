type Env = Readonly<Record<string, string | undefined>>

/** A host that is asked for, and how. */
export interface Target {
  readonly isTls: boolean
  readonly host: string
  readonly port: number
}

/**
 * The proxy that the environment names for a target, as curl reads it: `HTTPS_PROXY` or `HTTP_PROXY`, in small
 * letters too, unless `NO_PROXY` lists the host, a domain above it, or `*`; an entry may carry a port.
 */
export function proxyFor(env: Env, target: Target): URL | undefined {
  const proxy = readVariable(env, target.isTls ? 'HTTPS_PROXY' : 'HTTP_PROXY')
  if (!proxy || isExcepted(readVariable(env, 'NO_PROXY'), target)) return undefined
  return new URL(proxy.includes('://') ? proxy : `http://${proxy}`)
}

function readVariable(env: Env, name: string): string {
  return (env[name.toLowerCase()] || env[name] || '').trim()
}

function isExcepted(noProxy: string, target: Target): boolean {
  const entries = noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return entries.some((entry) => entry === '*' || fitsEntry(entry, target))
}

function fitsEntry(entry: string, { host, port }: Target): boolean {
  const [, name = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
  if (entryPort && Number(entryPort) !== port) return false
  const domain = name.replace(/^\*?\./, '')
  return host.toLowerCase() === domain || host.toLowerCase().endsWith(`.${domain}`)
}

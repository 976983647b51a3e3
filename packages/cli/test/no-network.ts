import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

/** Attempts to reach anybody. */
export interface Trap {
  readonly attempts: readonly string[]
  readonly lift: () => void
}

/** Makes every way to the network throw, and keeps count. */
export function trapNetwork(): Trap {
  const attempts: string[] = []
  const lifts = [
    trap(net.Socket.prototype, 'connect', attempts),
    trap(net, 'connect', attempts),
    trap(net, 'createConnection', attempts),
    trap(tls, 'connect', attempts),
    trap(dns, 'lookup', attempts),
    trap(dns.promises, 'lookup', attempts),
    trap(http, 'request', attempts),
    trap(https, 'request', attempts),
    trap(globalThis, 'fetch', attempts),
  ]
  syncBuiltinESMExports()
  return {
    attempts,
    lift: () => {
      for (const lift of lifts) lift()
      syncBuiltinESMExports()
    },
  }
}

function trap(owner: object, name: string, attempts: string[]): () => void {
  const real: unknown = Reflect.get(owner, name)
  Reflect.set(owner, name, () => {
    attempts.push(name)
    throw new Error(`no network in this test: ${name}`)
  })
  return () => void Reflect.set(owner, name, real)
}

import type { Plugin } from 'esbuild'

/**
 * Takes the SDK's chain of credential providers out of its clients.
 *
 * Each client brings the chain along, with clients of other services in it, for callers who hand it no credentials.
 * Ours always do: they come from the session, whose chain is in a file of its own.
 */
export function withoutCredentialChain(): Plugin {
  const filter = /^@aws-sdk\/credential-provider-node$/
  return {
    name: 'without-credential-chain',
    setup(build) {
      build.onResolve({ filter }, ({ path, importer }) => {
        const isClient = /[\\/]@aws-sdk[\\/]client-[a-z0-9]+[\\/]/.test(importer)
        return isClient ? { path, namespace: 'without-credential-chain' } : undefined
      })
      build.onLoad({ filter, namespace: 'without-credential-chain' }, () => ({ contents: noChain }))
    },
  }
}

const noChain = `export const defaultProvider = () => async () => {
  throw new Error('a client was made without credentials')
}`

// A module of its own, so that it is loaded only when credentials are looked for.
export { defaultProvider } from '@aws-sdk/credential-provider-node'

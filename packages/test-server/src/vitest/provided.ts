import type {} from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: string
  }
}

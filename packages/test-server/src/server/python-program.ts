import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromPackage = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The server's own program, in Python. */
export const serverScript = fromPackage('python/server.py')

/**
 * The Python that MiniStack is installed for, in `.venv-server` at the top of the checkout.
 *
 * @throws Error with one sentence that says what to do, when it is not there.
 */
export function findServerPython(): string {
  const program = process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python'
  const path = fromPackage(`../../.venv-server/${program}`)
  if (existsSync(path)) return path
  throw new Error(
    'The test server is not installed in .venv-server: run `npm test` or `npm run demo` once, which do that.',
  )
}

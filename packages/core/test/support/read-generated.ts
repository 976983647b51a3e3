import { readFileSync } from 'node:fs'

/** The text of a file in `src/generated/`. */
export function readGenerated(name: string): string {
  return readFileSync(new URL(`../../src/generated/${name}.generated.ts`, import.meta.url), 'utf8')
}

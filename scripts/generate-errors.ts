// Writes docs/errors.md from the tables of issue kinds. Run by `npm run generate`; `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errorsPage } from './docs/errors-page.js'

const page = new URL('../docs/errors.md', import.meta.url)

function readOrNothing(url: URL): string {
  try {
    return readFileSync(url, 'utf8')
  } catch {
    return ''
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = errorsPage()
  if (readOrNothing(page) !== text) {
    if (process.argv.includes('--check'))
      throw new Error('docs/errors.md is out of date: run npm run generate')
    writeFileSync(page, text)
    console.log('wrote docs/errors.md')
  }
}

// The benchmarks of bench/: `npm run bench`. With words, only the rows whose names have one of them: `npm run bench -- warm`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { inRoot } from './lib/in-root.mjs'
import { prepare, say } from './prepare.mjs'

await prepare()
// They load what has just been built.
const { rows } = await import('../bench/rows.mjs')
const { renderTable } = await import('../bench/table.mjs')

const words = process.argv.slice(2)
const isWanted = ({ name }) => words.length === 0 || words.some((word) => name.includes(word))

const results = []
for (const row of rows.filter(isWanted)) {
  say(row.name)
  results.push({ row, measured: await row.measure() })
}

const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores`
const text = `${renderTable(results)}\n\n${machine}\n`
console.log(`\n${text}`)
mkdirSync(inRoot('bench/results'), { recursive: true })
writeFileSync(inRoot('bench/results/latest.md'), text)

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from './place.mjs'
import { print } from './print.mjs'

const contextLines = 2

/** Changes a text of the config, and shows the change as a diff. */
export function editConfig({ folder }, from, to) {
  const file = join(folder, config)
  const before = readFileSync(file, 'utf8')
  if (!before.includes(from)) throw new Error(`${config} has no "${from}"`)
  const after = before.replace(from, to)
  writeFileSync(file, after)
  print(`$ diff -u ${config}~ ${config}`)
  for (const line of diffOf(before.split('\n'), after.split('\n'))) print(`  ${line}`)
  print()
}

/** One hunk: what differs between two texts that begin and end alike. */
export function diffOf(before, after) {
  let first = 0
  while (first < before.length && before[first] === after[first]) first += 1
  let last = 0
  while (
    last < before.length - first &&
    last < after.length - first &&
    before.at(-1 - last) === after.at(-1 - last)
  )
    last += 1
  const changed = (lines, sign) => lines.slice(first, lines.length - last).map((line) => `${sign}${line}`)
  const around = (start, end) => after.slice(Math.max(start, 0), end).map((line) => ` ${line}`)
  const end = after.length - last
  return [
    `@@ line ${first + 1} @@`,
    ...around(first - contextLines, first),
    ...changed(before, '-'),
    ...changed(after, '+'),
    ...around(end, end + contextLines),
  ]
}

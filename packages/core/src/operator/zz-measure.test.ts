import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentCharacters } from '@sec/common/iam'
import { it } from 'vitest'
import { compileFile, examplesFolder } from '../../test/support/compile.js'
import { generateOperatorPolicies } from './generate-operator-policies.js'

it('m', () => {
  const lines: string[] = []
  for (const f of readdirSync(examplesFolder).filter((x) => x.endsWith('.yaml'))) {
    const fs = generateOperatorPolicies(compileFile(join(examplesFolder, f)).model)
    lines.push(`${f} ${fs.length} ${fs.map(({ value }) => documentCharacters(value)).join(' ')}`)
  }
  writeFileSync(process.env['MEASURE_OUT'] ?? '/tmp/m.txt', lines.join('\n') + '\n')
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { largeSampleModel } from '../../test/support/sample-model.js'
import { compileFile, examplesFolder } from '../../test/support/compile.js'
import { generateOperatorPolicies } from './generate-operator-policies.js'
it('m', () => {
  const lines: string[] = []
  for (const m of [...['enterprise-12','medium-10', 'startup-5'].map(f=>compileFile(join(examplesFolder, f+'.yaml')).model), largeSampleModel()]) {
    const fs = generateOperatorPolicies(m)
    lines.push(`== ${fs.length}`)
    for (const { value } of fs) { lines.push('doc'); for (const s of (value as any).Statement) lines.push(`  ${s.Sid} ${JSON.stringify(s).length} res ${[s.Resource].flat().length} arns ${[s.Condition?.ArnLike?.['iam:PolicyARN'] ?? []].flat().length}`) }
  }
  writeFileSync('/tmp/m2.txt', lines.join('\n') + '\n')
})

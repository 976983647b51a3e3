// Makes src/generated/builtin.generated.ts of policy-templates/. Run it with `npx tsx` after a change there.
import { writeFileSync } from 'node:fs'
import { describeIssue, yamlIssueKinds } from '@sec/common'
import { statementIssueKinds } from '@sec/common/iam'
import { parsePolicyTemplates } from '../src/parse-policy-templates.js'
import { templateIssueKinds } from '../src/template-issues.js'
import { builtinFile } from './builtin-file.js'
import { readTemplateFiles } from './read-templates.js'

const { templates, issues } = parsePolicyTemplates(readTemplateFiles())
const kinds = { ...yamlIssueKinds, ...statementIssueKinds, ...templateIssueKinds }

if (issues.length > 0) {
  for (const issue of issues) {
    const { file, line, column, message } = describeIssue(issue, kinds)
    console.error(`${file}:${line}:${column}: ${message}`)
  }
  process.exitCode = 1
} else {
  writeFileSync(new URL('../src/generated/builtin.generated.ts', import.meta.url), builtinFile(templates))
}

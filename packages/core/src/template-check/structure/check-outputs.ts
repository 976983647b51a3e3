import type { Issue, IssuePath } from '@sec/common'
import { isMap, quoted } from '@sec/common/iam'
import type { Entries, TemplateView } from '../read/template-view.js'
import { checkConditionName } from './check-resources.js'
import { checkPlainText, missingKey, unknownKeys, wrongShape } from './shape.js'

const outputKeys = ['Condition', 'Description', 'Export', 'Value']

/** Checks the outputs: value, description and export. */
export function checkOutputs(view: TemplateView): Issue[] {
  return [...view.sections.Outputs].flatMap(([name, value]) => {
    const path: IssuePath = ['Outputs', name]
    if (value === null) return []
    if (!isMap(value)) return [wrongShape(value, `the output ${quoted(name)}`, 'a map', path)]
    return view.freedom.isOpen ? [] : checkOutput(name, value, view)
  })
}

function checkOutput(name: string, output: Entries, view: TemplateView): Issue[] {
  const path: IssuePath = ['Outputs', name]
  return [
    ...unknownKeys(output, { what: 'an output', known: outputKeys, path }, view),
    ...missingKey(output, 'Value', { what: `the output ${quoted(name)}`, known: outputKeys, path }),
    ...checkValue(output.Value, path),
    ...checkPlainText(output.Description, 'Description', [...path, 'Description']),
    ...checkConditionName(output.Condition, [...path, 'Condition']),
    ...('Export' in output ? checkExport(output.Export, [...path, 'Export'], view) : []),
  ]
}

function checkValue(value: unknown, path: IssuePath): Issue[] {
  if (!Array.isArray(value)) return []
  return [wrongShape(value, 'Value', 'a text; join a list with Fn::Join', [...path, 'Value'])]
}

function checkExport(value: unknown, path: IssuePath, view: TemplateView): Issue[] {
  if (value === null) return []
  if (!isMap(value)) return [wrongShape(value, 'Export', 'a map with Name', path)]
  if (Object.keys(value).some((key) => key.startsWith('Fn::'))) return []
  return [
    ...unknownKeys(value, { what: 'an export', known: ['Name'], path }, view),
    ...missingKey(value, 'Name', { what: 'the export', known: ['Name'], path }),
  ]
}

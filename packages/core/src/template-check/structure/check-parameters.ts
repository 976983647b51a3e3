import type { Issue, IssuePath } from '@sec/common'
import { isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { Entries, TemplateView } from '../read/template-view.js'
import { checkDefault } from './parameter-default.js'
import { compilePattern } from './parameter-pattern.js'
import { isParameterType, parameterTypes } from './parameter-types.js'
import { checkPlainText, missingKey, unknownKeys, wrongShape } from './shape.js'

const parameterKeys = [
  ...['AllowedPattern', 'AllowedValues', 'ConstraintDescription', 'Default', 'Description', 'MaxLength'],
  ...['MaxValue', 'MinLength', 'MinValue', 'NoEcho', 'Type'],
]

/** Checks the parameters: type, default, pattern, and that something refers to each. */
export function checkParameters(view: TemplateView): Issue[] {
  return [
    ...[...view.sections.Parameters].flatMap(([name, value]) => {
      const path: IssuePath = ['Parameters', name]
      if (value === null) return []
      if (!isMap(value)) return [wrongShape(value, `the parameter ${quoted(name)}`, 'a map', path)]
      return checkParameter(name, value, view)
    }),
    ...unusedParameters(view),
  ]
}

function checkParameter(name: string, parameter: Entries, view: TemplateView): Issue[] {
  const path: IssuePath = ['Parameters', name]
  return [
    ...unknownKeys(parameter, { what: 'a parameter', known: parameterKeys, path }, view),
    ...checkPlainText(parameter.Description, 'Description', [...path, 'Description']),
    ...checkType(name, parameter, view),
    ...checkAllowedValues(parameter, path),
    ...checkPattern(parameter, path),
    ...checkDefault(parameter, path),
  ]
}

function checkType(name: string, parameter: Entries, view: TemplateView): Issue[] {
  const path: IssuePath = ['Parameters', name]
  const { Type: type } = parameter
  if (type === undefined)
    return missingKey(parameter, 'Type', {
      what: `the parameter ${quoted(name)}`,
      known: parameterKeys,
      path,
    })
  if (type === null) return []
  if (typeof type !== 'string') return [wrongShape(type, 'Type', 'a text such as String', [...path, 'Type'])]
  if (isParameterType(type)) return []
  const args = { found: quoted(type), nearest: view.nearest(type, parameterTypes) }
  return [templateIssue('TEMPLATE_PARAMETER_TYPE', [...path, 'Type'], args)]
}

function checkAllowedValues({ AllowedValues: values }: Entries, path: IssuePath): Issue[] {
  if (values === undefined || values === null || Array.isArray(values)) return []
  return [wrongShape(values, 'AllowedValues', 'a list', [...path, 'AllowedValues'])]
}

function checkPattern({ AllowedPattern: pattern }: Entries, path: IssuePath): Issue[] {
  if (typeof pattern !== 'string')
    return checkPlainText(pattern, 'AllowedPattern', [...path, 'AllowedPattern'])
  const compiled = compilePattern(pattern)
  if (compiled.kind !== 'wrong') return []
  const args = { found: quoted(pattern), reason: compiled.reason }
  return [templateIssue('TEMPLATE_PATTERN', [...path, 'AllowedPattern'], args)]
}

/** With a macro, or names that a loop makes up, nobody can tell what is used. */
function unusedParameters({ sections, references, calls, freedom }: TemplateView): Issue[] {
  if (freedom.isOpen || freedom.loopNames.length > 0 || calls.some(({ name }) => name === 'Fn::RefAll'))
    return []
  const used = new Set(references.map(({ target }) => target))
  return [...sections.Parameters]
    .filter(([name, parameter]) => isMap(parameter) && !used.has(name))
    .map(([name]) =>
      templateIssue('TEMPLATE_PARAMETER_UNUSED', ['Parameters', name], { name }, { anchor: 'key' }),
    )
}

import type { Issue } from '@sec/common'
import { describeValue, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { extensionFunctions, functionNames } from '../read/call.js'
import type { LocatedCall } from '../read/calls.js'
import { subVariables } from '../read/sub-text.js'
import type { TemplateView } from '../read/template-view.js'
import { argumentRules } from './function-arguments.js'

/** Checks every function for itself: that there is such a one, that it stands alone, and its arguments. */
export function checkFunctions(view: TemplateView): Issue[] {
  // A macro may give any function a meaning of its own.
  if (view.freedom.isOpen) return []
  return view.calls.flatMap((call) => [
    ...checkKnown(call, view),
    ...checkAlone(call, view),
    ...checkArguments(call, view),
    ...checkSubText(call),
  ])
}

function checkKnown({ name, path }: LocatedCall, { freedom, nearest }: TemplateView): Issue[] {
  if (!functionNames.includes(name)) {
    if (freedom.hasTransform) return []
    const args = { found: name, nearest: nearest(name, functionNames) }
    return [templateIssue('TEMPLATE_UNKNOWN_FUNCTION', path, args, { anchor: 'key' })]
  }
  if (freedom.hasTransform || !extensionFunctions.some((one) => one === name)) return []
  return [templateIssue('TEMPLATE_NEEDS_TRANSFORM', path, { function: name }, { anchor: 'key' })]
}

/** Loops and includes may stand beside other keys; `Ref` counts only where it names something of the template. */
function checkAlone(call: LocatedCall, { sections }: TemplateView): Issue[] {
  const { name, argument, siblings, path } = call
  if (siblings.length === 0 || name === 'Fn::ForEach' || name === 'Fn::Transform') return []
  if (!functionNames.includes(name)) return []
  const target = typeof argument === 'string' ? argument : ''
  const isNamed =
    sections.Resources.has(target) || sections.Parameters.has(target) || target.startsWith('AWS::')
  if (name === 'Ref' && !isNamed) return []
  const args = { function: name, siblings: siblings.slice(0, 3) }
  return [templateIssue('TEMPLATE_FUNCTION_WITH_SIBLINGS', path, args, { anchor: 'key' })]
}

function checkArguments({ name, argument, path, siblings }: LocatedCall, { freedom }: TemplateView): Issue[] {
  const rule = Object.hasOwn(argumentRules, name) ? argumentRules[name] : undefined
  // With AWS::LanguageExtensions and in loops, functions may stand for most arguments.
  if (!rule || argument === null || siblings.length > 0 || freedom.hasTransform) return []
  if (rule.isFine(argument)) return []
  const args = { function: name, found: describeArgument(argument), expected: rule.expected }
  return [templateIssue('TEMPLATE_FUNCTION_ARGUMENTS', path, args)]
}

function describeArgument(argument: unknown): string {
  return Array.isArray(argument) ? `a list of ${argument.length}` : describeValue(argument)
}

function checkSubText({ name, argument, path }: LocatedCall): Issue[] {
  if (name !== 'Fn::Sub') return []
  const text: unknown = Array.isArray(argument) ? argument[0] : argument
  if (typeof text !== 'string') return []
  const place = Array.isArray(argument) ? [...path, 0] : path
  return subVariables(text)
    .filter(({ isValid }) => !isValid)
    .map(({ written }) => templateIssue('TEMPLATE_SUB_VARIABLE', place, { found: quoted(written) }))
}

import { byteLength, type Issue, nearest as nearestName } from '@sec/common'
import { describeValue, isMap, quoted } from '@sec/common/iam'
import { templateLimits } from '../../limits/template-limits.js'
import { templateIssue } from '../issues/template-issues.js'
import { namedSections, type TemplateView } from '../read/template-view.js'
import { checkPlainText, readMap, wrongShape } from './shape.js'

const knownSections = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Transform',
  'Hooks',
  ...namedSections,
]

/** Checks the top level: which sections there are, and what the short ones hold. */
export function checkSections(view: TemplateView): Issue[] {
  return [
    ...unknownSections(view),
    ...checkFormatVersion(view),
    ...checkDescription(view),
    ...checkTransform(view),
    ...namedSections.flatMap((name) => checkIsMap(view, name)),
    ...checkHasResources(view),
    ...Object.entries(templateLimits.counts).flatMap(([name, limit]) =>
      checkCount(view, name as keyof typeof templateLimits.counts, limit),
    ),
  ]
}

function unknownSections({ top, freedom, nearest }: TemplateView): Issue[] {
  if (freedom.isOpen) return []
  const known = freedom.isServerless ? [...knownSections, 'Globals'] : knownSections
  return Object.keys(top)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const args = { found: quoted(key), nearest: nearest(key, known) }
      return templateIssue('TEMPLATE_UNKNOWN_SECTION', [key], args, { anchor: 'key' })
    })
}

/** A tool that reads the version as a date writes it back with a time. */
function checkFormatVersion({ top }: TemplateView): Issue[] {
  const { AWSTemplateFormatVersion: version } = top
  if (version === undefined || version === null || version === '2010-09-09') return []
  const args = { found: describeValue(version) }
  return [templateIssue('TEMPLATE_FORMAT_VERSION', ['AWSTemplateFormatVersion'], args)]
}

function checkDescription({ top }: TemplateView): Issue[] {
  const { Description: text } = top
  if (typeof text !== 'string') return checkPlainText(text, 'Description', ['Description'])
  const bytes = byteLength(text)
  const { descriptionBytes: limitBytes } = templateLimits
  if (bytes <= limitBytes) return []
  return [templateIssue('TEMPLATE_DESCRIPTION_TOO_LONG', ['Description'], { bytes, limitBytes })]
}

function checkTransform({ top }: TemplateView): Issue[] {
  return [top.Transform].flat().flatMap((item) => {
    const isFine = item === undefined || item === null || typeof item === 'string' || isMap(item)
    return isFine ? [] : [wrongShape(item, 'Transform', 'the name of a transform', ['Transform'])]
  })
}

function checkIsMap({ top }: TemplateView, name: string): readonly Issue[] {
  const issues = readMap(top[name], name, [name])
  return Array.isArray(issues) ? issues : []
}

/** A wrong name of the section is the cause then, and reported itself. */
function checkHasResources({ top, freedom }: TemplateView): Issue[] {
  const { Resources: resources } = top
  const isEmpty = resources === null || (isMap(resources) && Object.keys(resources).length === 0)
  if (resources === undefined ? freedom.isOpen : !isEmpty) return []
  const unknown = Object.keys(top).filter((key) => !knownSections.includes(key))
  if (unknown.some((key) => isMisspelled(key, top[key]))) return []
  const path = resources === undefined ? [] : ['Resources']
  return [templateIssue('TEMPLATE_NO_RESOURCES', path, {}, { anchor: 'key' })]
}

/** True when a map has at least one section, be it wrongly spelled: everything else is some other file. */
export function looksLikeTemplate(top: TemplateView['top']): boolean {
  const keys = Object.keys(top)
  return keys.some((key) => knownSections.includes(key) || isMisspelled(key, top[key]))
}

function isMisspelled(key: string, value: unknown): boolean {
  return isMap(value) && nearestName(key, ['Resources']) !== undefined
}

function checkCount(
  { sections }: TemplateView,
  name: keyof typeof templateLimits.counts,
  limit: number,
): Issue[] {
  const names = [...sections[name].keys()]
  const first = names[limit]
  if (first === undefined) return []
  const args = { what: name.toLowerCase(), count: names.length, limit }
  return [templateIssue('TEMPLATE_TOO_MANY', [name, first], args, { anchor: 'key' })]
}

import type { Issue, IssuePath } from '@sec/common'
import { describeValue, isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import type { Entries, TemplateView } from '../read/template-view.js'
import { iamTypes, isIamType } from '../resources/resource-spec.js'
import { missingKey, readMap, unknownKeys, wrongShape } from './shape.js'

/** Keys of every resource. */
const resourceKeys = [
  ...['Type', 'Properties', 'DependsOn', 'Condition', 'CreationPolicy', 'DeletionPolicy', 'Metadata'],
  ...['UpdatePolicy', 'UpdateReplacePolicy', 'Version'],
]

const policyValues = {
  DeletionPolicy: ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'],
  UpdateReplacePolicy: ['Delete', 'Retain', 'Snapshot'],
} as const

/** Checks what every resource has, whatever its type. */
export function checkResources(view: TemplateView): Issue[] {
  return [...view.sections.Resources].flatMap(([id, value]) => {
    const path: IssuePath = ['Resources', id]
    const resource = readMap(value, `the resource ${quoted(id)}`, path)
    return isIssues(resource) ? resource : checkResource(id, resource, view)
  })
}

function isIssues(value: Entries | readonly Issue[]): value is readonly Issue[] {
  return Array.isArray(value)
}

function checkResource(id: string, resource: Entries, view: TemplateView): readonly Issue[] {
  const path: IssuePath = ['Resources', id]
  const known = view.freedom.isServerless ? [...resourceKeys, 'Connectors', 'IgnoreGlobals'] : resourceKeys
  return [
    ...(view.freedom.isOpen ? [] : unknownKeys(resource, { what: 'a resource', known, path }, view)),
    ...checkType(id, resource, view),
    ...checkProperties(resource, path),
    ...checkDependsOn(resource, path, view),
    ...checkConditionName(resource.Condition, [...path, 'Condition']),
    ...checkPolicies(resource, path),
  ]
}

function checkType(id: string, resource: Entries, { freedom, nearest }: TemplateView): Issue[] {
  const { Type: type } = resource
  const path: IssuePath = ['Resources', id]
  if (type === null || freedom.isOpen) return []
  if (type === undefined)
    return missingKey(resource, 'Type', { what: `the resource ${quoted(id)}`, known: resourceKeys, path })
  if (typeof type !== 'string')
    return [wrongShape(type, 'Type', 'a text such as AWS::IAM::Role', [...path, 'Type'])]
  const isFine = type.startsWith('AWS::IAM::')
    ? isIamType(type)
    : /^(\w+::\w+(::\w+)?(::\w+)?|Custom::[\w@-]+)$/.test(type)
  if (isFine) return []
  const args = { found: quoted(type), nearest: nearest(type, iamTypes) }
  return [templateIssue('TEMPLATE_RESOURCE_TYPE', [...path, 'Type'], args)]
}

function checkProperties({ Properties: properties }: Entries, path: IssuePath): readonly Issue[] {
  const issues = readMap(properties, 'Properties', [...path, 'Properties'])
  return isIssues(issues) ? issues : []
}

/** With AWS::LanguageExtensions, functions may stand where otherwise only texts do. */
function checkDependsOn({ DependsOn: value }: Entries, path: IssuePath, { freedom }: TemplateView): Issue[] {
  if (value === undefined || value === null || freedom.hasTransform) return []
  const isFine = [value].flat().every((item) => typeof item === 'string' || item === null)
  return isFine
    ? []
    : [wrongShape(value, 'DependsOn', 'a logical id or a list of them', [...path, 'DependsOn'])]
}

/** The Condition of a resource or output. */
export function checkConditionName(value: unknown, path: IssuePath): Issue[] {
  const isFine = value === undefined || value === null || typeof value === 'string'
  return isFine ? [] : [wrongShape(value, 'Condition', 'the name of a condition', path)]
}

function checkPolicies(resource: Entries, path: IssuePath): Issue[] {
  return Object.entries(policyValues).flatMap(([key, known]) => {
    const value = resource[key]
    if (value === undefined || value === null || isMap(value) || known.some((one) => one === value)) return []
    const args = { key, found: describeValue(value), known }
    return [templateIssue('TEMPLATE_ATTRIBUTE_VALUE', [...path, key], args)]
  })
}

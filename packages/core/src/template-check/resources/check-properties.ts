import type { Issue, IssuePath } from '@sec/common'
import { describeValue, isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { branchesOf, isLiteralText } from '../read/branches.js'
import { callOf, isNoValue } from '../read/call.js'
import { isMisspelled } from '../read/misspelled.js'
import type { Entries, TemplateView } from '../read/template-view.js'
import { type KnownResource, knownResources } from './known-resources.js'
import { checkValueRules } from './property-rules.js'
import { describeCall, givenBy, typeFault, wantedBy } from './property-type.js'
import type { PropertySpec, PropertySpecs } from './resource-spec.js'

/** Fields of a tag, in every type whose tags are a list. */
const tagFields: PropertySpecs = {
  Key: { type: 'string', required: true },
  Value: { type: 'string', required: true },
}

/** Where a group of fields stands, and what else is needed to check them. */
interface Place {
  readonly view: TemplateView
  readonly resource: KnownResource
  /** What messages call the map. */
  readonly where: string
  readonly path: IssuePath
  /** True for an item of a list of texts. */
  readonly isItem?: boolean
}

/** Checks the properties of IAM resources and SSM parameters: names, what is required, types and values. */
export function checkProperties(view: TemplateView): Issue[] {
  return knownResources(view).flatMap((resource) => {
    const hasProperties = Object.keys(resource.properties).length > 0
    const path: IssuePath = ['Resources', resource.id, ...(hasProperties ? ['Properties'] : [])]
    const place = { view, resource, where: resource.type, path }
    return checkFields(resource.properties, resource.spec.properties, place)
  })
}

function checkFields(value: Entries, fields: PropertySpecs, place: Place): Issue[] {
  if (callOf(value)) return []
  const keys = Object.keys(value)
  // A transform or loop beside the keys may add others.
  const isWhole = !place.view.freedom.isOpen && !keys.some((key) => key.startsWith('Fn::'))
  return keys
    .filter((key) => !key.startsWith('Fn::'))
    .flatMap((key) => {
      const spec = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (spec) return checkField(value[key], key, spec, place)
      return isWhole ? [unknownProperty(key, fields, place)] : []
    })
    .concat(isWhole ? missingProperties(value, fields, place) : [])
}

function unknownProperty(key: string, fields: PropertySpecs, { view, where, path }: Place): Issue {
  const args = { found: quoted(key), where, nearest: view.nearest(key, Object.keys(fields)) }
  return templateIssue('TEMPLATE_UNKNOWN_PROPERTY', [...path, key], args, { anchor: 'key' })
}

function missingProperties(value: Entries, fields: PropertySpecs, { where, path }: Place): Issue[] {
  return Object.entries(fields)
    .filter(([name, { required }]) => required && (!Object.hasOwn(value, name) || isNoValue(value[name])))
    .filter(([name]) => !isMisspelled(value, name, Object.keys(fields)))
    .map(([property]) =>
      templateIssue('TEMPLATE_MISSING_PROPERTY', path, { property, where }, { anchor: 'key' }),
    )
}

function checkField(value: unknown, name: string, spec: PropertySpec, place: Place): Issue[] {
  return branchesOf(value, [...place.path, name]).flatMap((branch) =>
    checkValue(branch.value, name, spec, { ...place, path: branch.path, isItem: false }),
  )
}

function checkValue(value: unknown, name: string, spec: PropertySpec, place: Place): Issue[] {
  if (typeof value === 'string' && !isLiteralText(value)) return []
  const expected = typeFault(value, spec.type, place.view)
  if (expected !== undefined) return [typeIssue(value, name, expected, place)]
  const { resource, path, where, isItem = false } = place
  return [
    ...checkParts(value, name, spec, place),
    ...checkValueRules({ value, name, spec, type: resource.type, where, path, isItem }),
  ]
}

function typeIssue(value: unknown, property: string, expected: string, { path, view }: Place): Issue {
  const call = callOf(value)
  const given = call && givenBy(call, view)
  const found = call && given ? describeCall(call, given) : describeValue(value)
  return templateIssue('TEMPLATE_PROPERTY_TYPE', path, { property, found, expected })
}

/** What is inside a list or map. */
function checkParts(value: unknown, name: string, spec: PropertySpec, place: Place): Issue[] {
  const { type } = spec
  if (Array.isArray(value)) return checkItems(value, name, type.slice(0, -2), place)
  if (!isMap(value) || wantedBy(type) !== 'map') return []
  if (type.endsWith('{}')) {
    return Object.keys(value).flatMap((key) =>
      checkField(value[key], key, { type: type.slice(0, -2) }, { ...place, where: name }),
    )
  }
  const fields = type === 'tag' ? tagFields : place.resource.spec.types[type]
  return fields
    ? checkFields(value, fields, { ...place, where: type === 'tag' ? 'a tag' : `an item of ${name}` })
    : []
}

function checkItems(items: readonly unknown[], name: string, type: string, place: Place): Issue[] {
  return items.flatMap((item, index) =>
    branchesOf(item, [...place.path, index]).flatMap((branch) => {
      // A list among the items: what functions give in their place is CloudFormation's matter.
      if (callOf(branch.value)) return []
      return checkValue(branch.value, name, { type }, { ...place, path: branch.path, isItem: true })
    }),
  )
}

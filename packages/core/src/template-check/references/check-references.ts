import type { Issue } from '@sec/common'
import { isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { pseudoParameters } from '../read/call.js'
import { mayBeAdded } from '../read/freedom.js'
import type { Reference } from '../read/references.js'
import type { TemplateView } from '../read/template-view.js'
import { specOf } from '../resources/resource-spec.js'

/** Checks that what Ref, Fn::GetAtt, Fn::Sub and DependsOn name exists, and attributes of the types we know. */
export function checkReferences(view: TemplateView): Issue[] {
  const known = knownNames(view)
  return view.references.flatMap((reference) => checkReference(reference, known, view))
}

interface KnownNames {
  readonly resources: readonly string[]
  readonly all: readonly string[]
}

function knownNames({ sections }: TemplateView): KnownNames {
  const resources = [...sections.Resources.keys()]
  return { resources, all: [...sections.Parameters.keys(), ...resources, ...pseudoParameters] }
}

function checkReference(reference: Reference, known: KnownNames, view: TemplateView): Issue[] {
  const { target, section, wantsResource, loopVariables } = reference
  const { Resources: resources, Parameters: parameters } = view.sections
  if (loopVariables.includes(target)) return []
  if (resources.has(target)) {
    if (section === 'Conditions')
      return [templateIssue('TEMPLATE_CONDITION_REFERENCE', reference.path, { name: target })]
    return checkAttribute(reference, resources.get(target), view)
  }
  if (!wantsResource && (parameters.has(target) || pseudoParameters.includes(target))) return []
  if (!reference.isCertain || mayBeAdded(target, view.freedom)) return []
  return [unknownReference(reference, known, view)]
}

function unknownReference(reference: Reference, known: KnownNames, { nearest }: TemplateView): Issue {
  const { by, target, wantsResource } = reference
  const names = wantsResource ? known.resources : known.all
  const args = {
    function: by,
    found: quoted(target),
    expected: wantsResource ? 'resource' : 'parameter or resource',
    nearest: nearest(target, names),
  }
  return templateIssue('TEMPLATE_UNKNOWN_REFERENCE', reference.path, args)
}

function checkAttribute(reference: Reference, resource: unknown, { nearest }: TemplateView): Issue[] {
  const { attribute, path } = reference
  const type = isMap(resource) && typeof resource.Type === 'string' ? resource.Type : ''
  const known = specOf(type)?.attributes
  if (attribute === undefined || !known || known.includes(attribute) || attribute.includes('${')) return []
  const args = { found: quoted(attribute), type, nearest: nearest(attribute, known), known }
  return [templateIssue('TEMPLATE_UNKNOWN_ATTRIBUTE', path, args)]
}

import type { Issue } from '@sec/common'
import type { TemplateView } from '../read/template-view.js'
import { knownResources } from '../resources/known-resources.js'
import { checkDocument } from './check-document.js'
import { documentsOf } from './policy-documents.js'

/** Checks the grammar of every policy document in a resource of IAM; functions count as unknown values. */
export function checkPolicies(view: TemplateView): Issue[] {
  return knownResources(view)
    .flatMap(documentsOf)
    .flatMap(({ value, kind, path }) => checkDocument(value, { view, kind, path }))
}

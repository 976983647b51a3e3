import type { IssuePath } from '@sec/common'
import type { TemplateView } from '../read/template-view.js'

/** Whether a document says what its owner may do, or who may assume it. */
export type PolicyKind = 'identity' | 'trust'

/** Where a part of a policy document stands, and what is needed to check it. */
export interface PolicyPlace {
  readonly view: TemplateView
  readonly kind: PolicyKind
  readonly path: IssuePath
}

export function below(place: PolicyPlace, ...steps: IssuePath): PolicyPlace {
  return { ...place, path: [...place.path, ...steps] }
}

export function at(place: PolicyPlace, path: IssuePath): PolicyPlace {
  return { ...place, path }
}

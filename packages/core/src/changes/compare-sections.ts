import type { IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import type { Template } from '../generate/template.js'
import { compareValues } from './compare-values.js'

/** A part of a template beside its resources that differs; a change set may not see it. */
export interface SectionDifference {
  /** `Outputs`, `Description`, `Parameters`, ... */
  readonly section: string
  /** Below the section. */
  readonly path: IssuePath
  readonly before?: unknown
  readonly after?: unknown
}

/** Compares everything in two templates but their resources. */
export function compareSections(before: Template, after: Template): readonly SectionDifference[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names]
    .filter((name) => name !== 'Resources')
    .flatMap((section) => {
      const [old, fresh] = [before, after].map((template) => filled(template[section as keyof Template]))
      return compareValues([], old, fresh).map((change) => ({ section, ...change }))
    })
}

/** A section that is empty says the same as none. */
function filled(section: unknown): unknown {
  return section === '' || (isMap(section) && Object.keys(section).length === 0) ? undefined : section
}

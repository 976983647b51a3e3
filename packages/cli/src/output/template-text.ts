import type { Issue } from '@sec/common'
import { checkTemplateText, emitTemplate, generateTemplate, type SecModel } from '@sec/core'
import type { SecOptions } from '../flags.js'

/** The finished template and what is wrong with its size. */
export interface TemplateText {
  readonly text: string
  readonly issues: readonly Issue[]
}

export function renderTemplate(model: SecModel, format: SecOptions['templateFormat']): TemplateText {
  const template = generateTemplate(model)
  const text = emitTemplate(template, format)
  return { text, issues: checkTemplateText(model, template, text) }
}

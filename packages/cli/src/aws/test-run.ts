import { generateTemplate, testModel } from '@sec/core'
import { renderTemplate } from '../output/template-text.js'
import type { AwsRun } from './run.js'

/** The same run on the whole estate under random names, which end in the run's id. */
export function testRun<Run extends Pick<AwsRun, 'model' | 'template' | 'text' | 'options' | 'id'>>(
  run: Run,
): Run {
  const model = testModel(run.model, `-t${run.id}`)
  const { text } = renderTemplate(model, run.options.templateFormat)
  return { ...run, model, text, template: generateTemplate(model) }
}

import type { Issue } from '@sec/common'
import { isName } from './check-template.js'
import { templateIssue } from './template-issues.js'

/**
 * Checks service, level and name against each other and against the file: `<service>/<name>.yaml`, where the
 * folder counts only when the file's name holds one. Values that are wrong by themselves are left out.
 */
export function checkFileName(value: Readonly<Record<string, unknown>>, file: string): Issue[] {
  const [base = '', folder] = file.split(/[\\/]/).reverse()
  const { service, level, name } = value
  return [
    ...(isName(service) && folder ? checkService(service, folder) : []),
    ...(isName(name) ? checkName(name, base.replace(/\.yaml$/, '')) : []),
    ...(isName(name) && isName(level) ? checkLevel(level, name) : []),
  ]
}

function checkService(found: string, expected: string): Issue[] {
  return found === expected
    ? []
    : [templateIssue('TEMPLATE_SERVICE_NOT_FOLDER', ['service'], { found, expected })]
}

function checkName(found: string, expected: string): Issue[] {
  return found === expected ? [] : [templateIssue('TEMPLATE_NAME_NOT_FILE', ['name'], { found, expected })]
}

function checkLevel(level: string, name: string): Issue[] {
  if (name === level || name.startsWith(`${level}-`)) return []
  return [templateIssue('TEMPLATE_LEVEL_NOT_IN_NAME', ['level'], { level, name })]
}

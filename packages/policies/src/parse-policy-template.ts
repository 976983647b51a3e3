import { type Issue, loadYaml, type SourceText, type YamlDocument, yamlIssue } from '@sec/common'
import { describeValue, isMap, normalizeStatement } from '@sec/common/iam'
import { checkFileName } from './check-file-name.js'
import { checkTemplate } from './check-template.js'
import type { PolicyTemplate } from './policy-template.js'

/** Larger files are refused unread (256 kB). */
export const templateLimitBytes = 262_144

/** A policy template, or why there is none. */
export interface ParsedTemplate {
  /** Set when there is no issue. */
  readonly template?: PolicyTemplate
  /** Each with its `location`; the path is that inside the file. */
  readonly issues: readonly Issue[]
  /** The place of an entry in the file. */
  readonly locate: YamlDocument['locate']
}

/**
 * Reads the text of one policy template.
 *
 * @param source - The text, and its file's name, such as `policy-templates/s3/level1-read-only.yaml`: template
 *   and issues carry it, and the template's name (and service, where a folder is named) must agree with it.
 * @returns Statements in one form: actions and resources are lists, condition values texts or lists of texts.
 *   Never throws: every fault is an issue with its place.
 */
export function parsePolicyTemplate(source: SourceText): ParsedTemplate {
  const document = loadYaml(source, templateLimitBytes)
  const { locate } = document
  const issues = document.issues.length > 0 ? document.issues : issuesOf(document)
  if (issues.length > 0) return { issues, locate }
  return {
    template: toTemplate(document.value as Readonly<Record<string, unknown>>, source.file),
    issues,
    locate,
  }
}

function issuesOf({ value, file, locate }: YamlDocument): Issue[] {
  const issues = isMap(value)
    ? [...checkTemplate(value), ...checkFileName(value, file)]
    : [yamlIssue('YAML_NOT_A_MAP', [], { found: describeValue(value) })]
  const start = { file, line: 1, column: 1 }
  return issues.map((issue) => ({ ...issue, location: locate(issue.path, issue.anchor) ?? start }))
}

function toTemplate(value: Readonly<Record<string, unknown>>, file: string): PolicyTemplate {
  return {
    service: value.service as string,
    level: value.level as string,
    name: value.name as string,
    summary: value.summary as string,
    typicalUsers: value.typical_users as string[],
    statements: (value.statements as unknown[]).map(normalizeStatement),
    file,
  }
}

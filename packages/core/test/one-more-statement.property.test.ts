import { builtinPolicyTemplates, type PolicyTemplate } from '@sec/policies'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { StatementModel } from '../src/model/model.js'
import { configs, toText } from './support/arbitrary-config.js'
import { type Compiled, compileText } from './support/compile.js'
import { type EntryKeys, propertyTimeoutMs, runs, templateStatement } from './support/estates.js'

vi.setConfig({ testTimeout: propertyTimeoutMs })

const managedConfigs = configs.filter(({ security }) => security.group_policies === 'managed')

describe('one more statement', () => {
  const more = { Sid: 'More', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] } as const

  it('in a level changes one document and no attachment', () => {
    fc.assert(
      fc.property(managedConfigs, fc.nat(), (config, pick) => {
        const before = compileText(toText(config))
        const levels = before.model.policies.filter(({ kind }) => kind === 'level')
        const changed = levels[pick % Math.max(levels.length, 1)]
        fc.pre(changed !== undefined)
        const templates = withStatement(changed?.statements[0], more)
        const after = compileText(toText(config), { templates })
        expect(changedResources(before, after)).toEqual([changed?.logicalId])
      }),
      runs,
    )
  })

  it('in an entry changes one document and no attachment; in a mirrored group, that of the mirror too', () => {
    fc.assert(
      fc.property(managedConfigs, fc.constantFrom('iam_groups', 'service_roles'), (config, kind) => {
        const found = Object.entries(config.security[kind as 'iam_groups']).find(
          ([, entry]) => statementsOf(entry)[0],
        )
        fc.pre(found !== undefined)
        const [name = '', entry = {}] = found ?? []
        const [first] = statementsOf(entry)
        const statements = [
          ...statementsOf(entry),
          { ...more, ...(first?.part !== undefined && { part: first.part }) },
        ]
        const entries = { ...config.security[kind as 'iam_groups'], [name]: { ...entry, statements } }
        const before = compileText(toText(config))
        const after = compileText(toText({ ...config, security: { ...config.security, [kind]: entries } }))
        const mirrors = before.model.roles.filter(({ mirrorsGroup }) => mirrorsGroup === name)
        const changed = changedResources(before, after)
        expect(changed).toHaveLength(1 + mirrors.length)
        expect(changed.every((id) => before.template.Resources[id]?.Type === 'AWS::IAM::ManagedPolicy')).toBe(
          true,
        )
      }),
      runs,
    )
  })
})

function statementsOf(entry: EntryKeys) {
  return entry.statements ?? []
}

/** The shipped templates, one of them with one more statement, in the part of the one given. */
function withStatement(
  beside: StatementModel | undefined,
  more: PolicyTemplate['statements'][number],
): readonly PolicyTemplate[] {
  const origin = beside?.origin
  if (origin?.kind !== 'template') throw new Error('a level is made of a template')
  const part = templateStatement(origin)?.part
  const added = { ...more, ...(part !== undefined && { part }) }
  return builtinPolicyTemplates().map((template) =>
    template.file === origin.file ? { ...template, statements: [...template.statements, added] } : template,
  )
}

function changedResources(before: Compiled, after: Compiled): string[] {
  const resources = [before.template.Resources, after.template.Resources]
  const ids = [...new Set(resources.flatMap((one) => Object.keys(one)))]
  return ids.filter((id) => new Set(resources.map((one) => JSON.stringify(one[id]))).size > 1)
}

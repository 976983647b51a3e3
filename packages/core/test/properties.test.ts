import { builtinPolicyTemplates, type PolicyTemplate } from '@sec/policies'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { emitTemplate } from '../src/emit/emit-template.js'
import type { SecModel, StatementModel } from '../src/model/model.js'
import { type ArbitraryConfig, configs, facts, toText } from './support/arbitrary-config.js'
import { type Compiled, compileText } from './support/compile.js'
import { findCycle } from './support/references.js'

vi.setConfig({ testTimeout: 60_000 })

const runs = { numRuns: 40 }

/** Checks something for many estates, literal and portable ones. */
function forEveryEstate(
  check: (compiled: Compiled, config: ArbitraryConfig, portable: boolean) => void,
): void {
  fc.assert(
    fc.property(configs, fc.boolean(), (config, portable) => {
      check(compileText(toText(config), { portable }), config, portable)
    }),
    runs,
  )
}

const yaml = ({ template }: Compiled) => emitTemplate(template, 'yaml')

describe('the text of every template', () => {
  it('is read back as the template, by YAML 1.2 and 1.1 and as JSON', () => {
    forEveryEstate((compiled) => {
      const plain = JSON.parse(JSON.stringify(compiled.template)) as unknown
      expect(parse(yaml(compiled))).toEqual(plain)
      expect(parse(yaml(compiled), { version: '1.1' })).toEqual(plain)
      expect(JSON.parse(emitTemplate(compiled.template, 'json'))).toEqual(plain)
      expect(JSON.parse(emitTemplate(compiled.template, 'json-min'))).toEqual(plain)
    })
  })

  it('is the same in two runs', () => {
    forEveryEstate((compiled, config, portable) => {
      expect(yaml(compileText(toText(config), { portable }))).toBe(yaml(compiled))
    })
  })

  it('is the same whatever the order of keys in the config', () => {
    fc.assert(
      fc.property(configs, fc.string(), (config, salt) => {
        expect(yaml(compileText(toText(reordered(config, salt))))).toBe(yaml(compileText(toText(config))))
      }),
      runs,
    )
  })

  it('holds variables of IAM and nothing else in ${}, in a literal template', () => {
    fc.assert(
      fc.property(configs, (config) => {
        const variables = yaml(compileText(toText(config))).match(/\$\{[^}]*\}?/g) ?? []
        expect(variables.filter((one) => !/^\$\{(?:[a-z0-9]+:[A-Za-z][^:}]*|[*?$])\}$/.test(one))).toEqual([])
      }),
      runs,
    )
  })

  it('holds nothing of account, region and partition in a portable template', () => {
    fc.assert(
      fc.property(configs, (config) => {
        const text = yaml(compileText(toText(config), { portable: true }))
        for (const fact of Object.values(facts)) expect(text).not.toContain(fact)
      }),
      runs,
    )
  })
})

describe('every template', () => {
  it('has no cycle', () => {
    forEveryEstate(({ template }) => expect(findCycle(template)).toBeUndefined())
  })

  it('has an output for every resource', () => {
    forEveryEstate(({ template }) => {
      const wanted = Object.keys(template.Resources).map((id) => `${id}Arn`)
      expect(Object.keys(template.Outputs)).toEqual(wanted)
    })
  })

  it('makes every role, and every policy that something asks for, and no other', () => {
    forEveryEstate(({ template, model }) => {
      const attached = [...model.groups, ...model.roles].flatMap(({ attachments }) =>
        attachments.flatMap((one) => (one.kind === 'stack' ? [one.logicalId] : [])),
      )
      const holders = [...model.groups, ...model.roles].map(({ logicalId }) => logicalId)
      expect(new Set(Object.keys(template.Resources))).toEqual(new Set([...holders, ...attached]))
    })
  })

  it('gives names that are unique without regard to case', () => {
    forEveryEstate(({ template }) => {
      for (const key of ['GroupName', 'RoleName', 'ManagedPolicyName']) {
        const names = Object.values(template.Resources).flatMap(({ Properties }) => Properties[key] ?? [])
        expect(new Set(names.map((name) => String(name).toLowerCase())).size).toBe(names.length)
      }
    })
  })

  it('puts the boundary on every role when there is one', () => {
    forEveryEstate(({ template }, config, portable) => {
      const arn = portable
        ? { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/limit' }
        : `arn:aws:iam::${facts.account_id}:policy/limit`
      const wanted = config.security.permissions_boundary === undefined ? undefined : arn
      for (const { Type, Properties } of Object.values(template.Resources))
        if (Type === 'AWS::IAM::Role') expect(Properties.PermissionsBoundary).toEqual(wanted)
    })
  })

  it('has no Sid twice in a document', () => {
    forEveryEstate(({ model }) => {
      for (const statements of documentsOf(model)) {
        const sids = statements.map(({ statement }) => statement.Sid)
        expect(new Set(sids).size).toBe(sids.length)
      }
    })
  })
})

describe('every statement', () => {
  it('comes from a place that there is', () => {
    forEveryEstate(({ model }, config) => {
      for (const { origin } of documentsOf(model).flat()) {
        expect(valueAt(config, origin.path)).toBeDefined()
        if (origin.kind === 'template') expect(templateStatement(origin)).toBeDefined()
      }
    })
  })

  it('that is written or assigned is in the estate', () => {
    forEveryEstate(({ model }, config) => {
      const places = documentsOf(model).flatMap((statements) =>
        statements.map(({ origin }) => placeOf(origin)),
      )
      expect(places).toEqual(expect.arrayContaining(placesWanted(config)))
    })
  })

  it('of a level has the Sid that its template gives it', () => {
    forEveryEstate(({ model }) => {
      for (const { origin, statement } of documentsOf(model).flat())
        if (origin.kind === 'template') expect(templateStatement(origin)?.Sid).toBe(statement.Sid)
    })
  })
})

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

const managedConfigs = configs.filter(({ security }) => security.group_policies === 'managed')

function statementsOf(entry: EntryKeys) {
  return entry.statements ?? []
}

/** The keys of every map in another order. */
function reordered(value: unknown, salt: string): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, salt))
  if (typeof value !== 'object' || value === null) return value
  const rank = (key: string) =>
    [...`${salt}${key}`].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 65_521, 7)
  const entries = Object.entries(value).sort(([one], [other]) => rank(one) - rank(other))
  return Object.fromEntries(entries.reverse().map(([key, item]) => [key, reordered(item, salt)]))
}

function documentsOf(model: SecModel): (readonly StatementModel[])[] {
  const inline = [...model.groups, ...model.roles].flatMap(({ inlinePolicies }) => inlinePolicies)
  return [
    ...[...model.policies, ...inline].map(({ statements }) => statements),
    ...model.roles.map(({ trust }) => trust),
  ]
}

function placeOf(origin: StatementModel['origin']): string {
  return origin.kind === 'template' ? `${origin.file} ${origin.statement}` : origin.path.join(' ')
}

/** Where every statement stands that an entry writes, or that a level has which it is assigned. */
function placesWanted({ security }: ArbitraryConfig): string[] {
  const kinds = ['iam_groups', 'service_roles', 'assumable_roles', 'cross_account_roles'] as const
  return kinds.flatMap((kind) =>
    Object.entries(security[kind] as Readonly<Record<string, EntryKeys>>).flatMap(([name, entry]) => [
      ...(entry.statements ?? []).map((_statement, index) => `security ${kind} ${name} statements ${index}`),
      ...templatesOf(entry).flatMap(({ file, statements }) =>
        statements.map((_one, index) => `${file} ${index}`),
      ),
    ]),
  )
}

interface EntryKeys {
  readonly statements?: readonly { readonly part?: number }[]
  readonly policy_assignments?: Readonly<Record<string, string | readonly string[]>>
}

function templatesOf({ policy_assignments: assignments = {} }: EntryKeys): readonly PolicyTemplate[] {
  return builtinPolicyTemplates().filter(({ service, level }) =>
    [assignments[service]].flat().includes(level),
  )
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | undefined)?.[step],
    value,
  )
}

function templateStatement(origin: { readonly file: string; readonly statement: number }) {
  return builtinPolicyTemplates().find(({ file }) => file === origin.file)?.statements[origin.statement]
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

import { builtinPolicyTemplates, type PolicyTemplate } from '@sec/policies'
import { describe, expect, it, vi } from 'vitest'
import type { StatementModel } from '../src/model/model.js'
import { type ArbitraryConfig, facts } from './support/arbitrary-config.js'
import {
  documentsOf,
  type EntryKeys,
  forEveryEstate,
  propertyTimeoutMs,
  templateStatement,
} from './support/estates.js'
import { findCycle } from './support/references.js'

vi.setConfig({ testTimeout: propertyTimeoutMs })

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

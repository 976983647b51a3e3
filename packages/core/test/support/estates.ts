import { builtinPolicyTemplates } from '@sec/policies'
import fc from 'fast-check'
import type { SecModel, StatementModel } from '../../src/model/model.js'
import { type ArbitraryConfig, configs, toText } from './arbitrary-config.js'
import { type Compiled, compileText } from './compile.js'

/** How often a property is tried: a compilation takes some milliseconds. */
export const runs = { numRuns: 40 }

/** Milliseconds that a property may take on a busy machine. */
export const propertyTimeoutMs = 60_000

/** Checks something for many estates, literal and portable ones. */
export function forEveryEstate(
  check: (compiled: Compiled, config: ArbitraryConfig, portable: boolean) => void,
): void {
  fc.assert(
    fc.property(configs, fc.boolean(), (config, portable) => {
      check(compileText(toText(config), { portable }), config, portable)
    }),
    runs,
  )
}

/** The permission keys of an entry of a config that a test looks at. */
export interface EntryKeys {
  readonly statements?: readonly { readonly part?: number }[]
  readonly policy_assignments?: Readonly<Record<string, string | readonly string[]>>
}

/** Every document of an estate: managed, inline and trust policies. */
export function documentsOf(model: SecModel): (readonly StatementModel[])[] {
  const inline = [...model.groups, ...model.roles].flatMap(({ inlinePolicies }) => inlinePolicies)
  return [
    ...[...model.policies, ...inline].map(({ statements }) => statements),
    ...model.roles.map(({ trust }) => trust),
  ]
}

/** The statement of a shipped template that an origin names. */
export function templateStatement(origin: { readonly file: string; readonly statement: number }) {
  return builtinPolicyTemplates().find(({ file }) => file === origin.file)?.statements[origin.statement]
}

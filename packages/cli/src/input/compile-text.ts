import type { DescribedIssue, Issue, SourceText } from '@sec/common'
import { type CompileOptions, compileQuickly, type SecModel } from '@sec/core'

/** What a config's text came to. */
export interface CompiledText {
  readonly issues: readonly DescribedIssue[]
  readonly model?: SecModel
  /** Puts issues that later checks find into words and into their places. */
  readonly describe: (issues: readonly Issue[]) => Promise<readonly DescribedIssue[]>
}

/** Compiles a config; what says where faults stand is loaded only when there is something to say. */
export async function compileText(source: SourceText, options: CompileOptions): Promise<CompiledText> {
  const model = compileQuickly(source, options)
  const precise = async () =>
    (await import('./compile-text-precisely.js')).compileTextPrecisely(source, options)
  if (model === undefined) return toText(await precise())
  return {
    issues: [],
    model,
    describe: async (issues) => (issues.length === 0 ? [] : issues.map((await precise()).describe)),
  }
}

function toText({ issues, model, describe }: Precise): CompiledText {
  return { issues, ...(model && { model }), describe: async (more) => more.map(describe) }
}

type Precise = ReturnType<typeof import('./compile-text-precisely.js').compileTextPrecisely>

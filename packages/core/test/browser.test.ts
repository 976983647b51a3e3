import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { type BuildResult, build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { emitTemplate } from '../src/emit/emit-template.js'
import { compileFile, examplesFolder, workspace } from './support/compile.js'

const example = join(examplesFolder, 'startup-5.yaml')

/** The library as a page would load it: one script that sets the global `sec`. */
function bundle() {
  return build({
    stdin: {
      contents: `export * from '@sec/core'; export * from '@sec/policies'`,
      resolveDir: join(workspace, 'packages', 'core'),
    },
    tsconfig: join(workspace, 'tsconfig.json'),
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'sec',
    write: false,
    metafile: true,
  })
}

/** A world with nothing in it but the language and what every browser has; it keeps the names that Node alone has. */
function emptyWorld() {
  const asked: string[] = []
  const world = { TextEncoder, TextDecoder }
  for (const name of ['process', 'Buffer', 'require', 'global', 'module', '__dirname', 'setImmediate'])
    Object.defineProperty(world, name, { get: () => void asked.push(name) })
  return { asked, context: createContext(world) }
}

describe('the library in a browser', () => {
  let result: BuildResult<{ metafile: true; write: false }>
  beforeAll(async () => {
    result = (await bundle()) as typeof result
  })

  it('is bundled without a module of Node', () => {
    const imports = Object.values(result.metafile.inputs).flatMap((input) =>
      input.imports.map(({ path }) => path),
    )
    const ofNode = imports.filter((path) => path.startsWith('node:') || builtinModules.includes(path))
    expect(ofNode).toEqual([])
    expect(Object.keys(result.metafile.inputs).filter((path) => path.startsWith('node:'))).toEqual([])
  })

  it('turns an example into the same text as in Node, and asks for nothing that Node alone has', () => {
    const { asked, context } = emptyWorld()
    runInContext(result.outputFiles[0]?.text ?? '', context)
    Object.assign(context, { file: 'startup-5.yaml', text: readFileSync(example, 'utf8') })
    const text = runInContext(
      `const { issues, model } = sec.compileConfig({ file, text }, { templates: sec.builtinPolicyTemplates() })
       model ? sec.emitTemplate(sec.generateTemplate(model), 'yaml') : JSON.stringify(issues)`,
      context,
    )
    expect(text).toBe(emitTemplate(compileFile(example).template, 'yaml'))
    expect(asked).toEqual([])
  })

  it('finds fault with a config there too', () => {
    const { context } = emptyWorld()
    runInContext(result.outputFiles[0]?.text ?? '', context)
    const codes = runInContext(
      `sec.compileConfig({ file: 'a.yaml', text: 'tier: {}' }, { templates: [] }).issues.map(({ code }) => code).join()`,
      context,
    )
    expect(codes).toContain('MISSING_KEY')
  })
})

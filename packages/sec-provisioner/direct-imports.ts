import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * Lets imports by package name, such as `import { x } from '@sec/core'`, name the source file of each export.
 *
 * A bundler divides its output by files: through an index that exports everything, each action would load all of a
 * package. Our indexes are lists of named exports, so the file behind a name can be read from them.
 *
 * @param indexes - Package names and the paths of their index files.
 */
export function directImports(indexes: Readonly<Record<string, string>>): Plugin {
  const packages = new Map(Object.entries(indexes).map(([name, path]) => [name, exportsOf(path)]))
  return {
    name: 'direct-imports',
    setup(build) {
      build.onLoad({ filter: /[\\/]packages[\\/][a-z-]+[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
        contents: withDirectImports(readFileSync(path, 'utf8'), packages),
        loader: 'ts',
      }))
    },
  }
}

/** What an index exports: by its name, the file that it comes from and how it is called there. */
type Exports = ReadonlyMap<string, { readonly file: string; readonly original: string }>

const listFrom = /^(import|export) (type )?\{([^}]*)\} from '([^']+)'/gm

function exportsOf(index: string): Exports {
  const found = new Map<string, { file: string; original: string }>()
  for (const [, , , names = '', from = ''] of readFileSync(index, 'utf8').matchAll(listFrom)) {
    const file = resolve(dirname(index), from.replace(/\.js$/, '.ts'))
    for (const { outer, inner } of valuesIn(names)) found.set(inner, { file, original: outer })
  }
  return found
}

function withDirectImports(text: string, packages: ReadonlyMap<string, Exports>): string {
  return text.replace(
    listFrom,
    (whole, keyword: string, type: string | undefined, names: string, from: string) => {
      const known = packages.get(from)
      if (known === undefined || type !== undefined) return whole
      return valuesIn(names)
        .map(({ outer, inner }) => {
          const { file, original } = known.get(outer) ?? missing(outer, from)
          return `${keyword} { ${original} as ${inner} } from ${JSON.stringify(file)}`
        })
        .join(';')
    },
  )
}

function missing(name: string, from: string): never {
  throw new Error(`"${name}" is not a named export of ${from}`)
}

/** The values in a list, `outer as inner`; types are gone by the time a bundle is made. */
function valuesIn(names: string): { readonly outer: string; readonly inner: string }[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => {
      const [outer = '', inner = outer] = name.split(' as ')
      return { outer, inner }
    })
}

import { basename, dirname, resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * Keeps dynamic imports between the files of a bundle: each one names another entry.
 *
 * A bundler that divides code by itself makes many small files, and every file costs time at the start. Here each
 * entry holds all that it needs, some of it twice, and a run loads three files.
 *
 * @param entries - Names of the output files, and the source file of each.
 */
export function dynamicEntries(entries: Readonly<Record<string, string>>): Plugin {
  const names = new Map(Object.entries(entries).map(([name, path]) => [path, name]))
  return {
    name: 'dynamic-entries',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path, importer }) => {
        if (kind !== 'dynamic-import') return undefined
        const source = resolve(dirname(importer), path.replace(/\.js$/, '.ts'))
        const name = names.get(source)
        if (name === undefined)
          throw new Error(`${basename(source)} is imported dynamically, but is no entry`)
        return { path: `./${name}.cjs`, external: true }
      })
    },
  }
}

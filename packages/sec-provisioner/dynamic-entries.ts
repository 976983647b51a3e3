import { basename, dirname, resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * Keeps dynamic imports between the files of a bundle: each one names another entry.
 *
 * A bundler that divides code by itself makes many small files, and every file costs time at the start. Here each
 * entry holds all that it needs, some of it twice, and a local run loads three files. What other people's packages
 * import dynamically stays in the file of its importer, and runs when it is asked for.
 *
 * @param entries - Names of the output files, and the source file of each.
 */
export function dynamicEntries(entries: Readonly<Record<string, string>>): Plugin {
  const names = new Map(Object.entries(entries).map(([name, path]) => [path, name]))
  return {
    name: 'dynamic-entries',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path, importer }) => {
        if (kind !== 'dynamic-import' || isOfOthers(importer)) return undefined
        const source = resolve(dirname(importer), path.replace(/\.js$/, '.ts'))
        const name = names.get(source)
        if (name === undefined)
          throw new Error(`${basename(source)} is imported dynamically, but is no entry`)
        return { path: `./${name}.cjs`, external: true }
      })
    },
  }
}

function isOfOthers(importer: string): boolean {
  return /[\\/]node_modules[\\/]/.test(importer)
}

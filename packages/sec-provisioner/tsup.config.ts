import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'tsup'
import { directImports } from './direct-imports.js'
import { thirdPartyLicences } from './third-party-licences.js'

const packages = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const indexes = {
  '@sec/common': packages('common/src/index.ts'),
  '@sec/common/iam': packages('common/src/iam/index.ts'),
  '@sec/common/cli': packages('common/src/cli/index.ts'),
  '@sec/policies': packages('policies/src/index.ts'),
  '@sec/core': packages('core/src/index.ts'),
  '@sec/cli': packages('cli/src/index.ts'),
}

/** The YAML library as modules: of its build for Node, which is CommonJS, nothing could be left out. */
const yaml = createRequire(packages('common/package.json'))
  .resolve('yaml')
  .replace(/dist([\\/])index\.js$/, 'browser$1dist$1index.js')

// Everything is bundled, from the sources, into files that are divided by what each action uses.
export default defineConfig({
  entry: ['src/sec-provisioner.ts'],
  format: ['esm'],
  splitting: true,
  minify: true,
  dts: false,
  clean: true,
  sourcemap: false,
  target: 'node20',
  removeNodeProtocol: false,
  noExternal: [/^(?!node:)/],
  esbuildPlugins: [directImports(indexes), thirdPartyLicences('dist/third-party-licences.txt')],
  esbuildOptions(options) {
    options.alias = { yaml }
  },
})

import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'tsup'
import { withoutCredentialChain } from './credential-chain.js'
import { directImports } from './direct-imports.js'
import { dynamicEntries } from './dynamic-entries.js'
import { thirdPartyLicences } from './third-party-licences.js'

const packages = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const indexes = {
  '@sec/common': packages('common/src/index.ts'),
  '@sec/common/iam': packages('common/src/iam/index.ts'),
  '@sec/common/cli': packages('common/src/cli/index.ts'),
  '@sec/policies': packages('policies/src/index.ts'),
  '@sec/core': packages('core/src/index.ts'),
  '@sec/aws': packages('aws/src/index.ts'),
  '@sec/aws/iam': packages('aws/src/iam/index.ts'),
  '@sec/cli': packages('cli/src/index.ts'),
}

/** The YAML library as modules: of its build for Node, which is CommonJS, nothing could be left out. */
const yaml = createRequire(packages('common/package.json'))
  .resolve('yaml')
  .replace(/dist([\\/])index\.js$/, 'browser$1dist$1index.js')

/** The program, and what it loads when it is needed. */
const entries = {
  'sec-provisioner': packages('sec-provisioner/src/sec-provisioner.ts'),
  ask: packages('common/src/cli/terminal-ask.ts'),
  'run-action': packages('common/src/cli/run-action.ts'),
  'model-actions': packages('cli/src/actions/model-actions.ts'),
  'aws-actions': packages('cli/src/actions/aws-actions.ts'),
  'export-iam-policy': packages('cli/src/actions/export-iam-policy.ts'),
  'validate-prov-template': packages('cli/src/actions/validate-prov-template.ts'),
  'compile-text-precisely': packages('cli/src/input/compile-text-precisely.ts'),
  'load-further-templates': packages('cli/src/input/load-further-templates.ts'),
  // One for each service: a client of the SDK is loaded by the first call of its service.
  identity: packages('aws/src/clients/identity-api.ts'),
  stacks: packages('aws/src/clients/stack-api.ts'),
  objects: packages('aws/src/clients/object-api.ts'),
  parameters: packages('aws/src/clients/parameter-api.ts'),
  iam: packages('aws/src/iam/iam-api.ts'),
  credentials: packages('aws/src/clients/credentials/default-chain.ts'),
}

// Everything is bundled, from the sources; as CommonJS, which Node loads quicker than modules.
export default defineConfig({
  entry: entries,
  format: ['cjs'],
  outExtension: () => ({ js: '.cjs' }),
  splitting: false,
  minify: true,
  dts: false,
  clean: true,
  sourcemap: false,
  target: 'node20',
  removeNodeProtocol: false,
  noExternal: [/^(?!node:)/],
  esbuildPlugins: [
    dynamicEntries(entries),
    directImports(indexes),
    withoutCredentialChain(),
    thirdPartyLicences('dist/third-party-licences.txt'),
  ],
  esbuildOptions(options) {
    options.alias = { yaml }
    options.supported = { ...options.supported, 'dynamic-import': false }
  },
})

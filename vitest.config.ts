import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url))

// Tests run on the sources, so that a change is seen without a build; programs as users get them are tested apart.
const alias = [
  { find: /^@sec\/common\/(iam|cli)$/, replacement: source('common/src/$1/index.ts') },
  { find: /^@sec\/(common|policies|core|cli)$/, replacement: source('$1/src/index.ts') },
]

// Long: a test that hangs is found all the same, and no slow or busy machine fails one that does not.
const testTimeout = 300_000

const project = (name: string, include: string[], exclude: string[] = []) => ({
  resolve: { alias },
  test: { name, include, exclude, testTimeout },
})

export default defineConfig({
  test: {
    projects: [
      ...['common', 'policies', 'core', 'cli', 'sec-provisioner'].map((name) =>
        project(name, [`packages/${name}/{src,test}/**/*.test.ts`]),
      ),
      project('workspace', ['test/**/*.test.ts'], ['test/judges/**']),
      // Other people's checkers; `npm test` installs them.
      project('judges', ['test/judges/**/*.test.ts']),
    ],
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url))

// Tests run on the sources, so that a change is seen without a build; programs as users get them are tested apart.
const alias = [
  { find: /^@sec\/common\/(iam|cli)$/, replacement: source('common/src/$1/index.ts') },
  { find: /^@sec\/test-server\/vitest$/, replacement: source('test-server/src/vitest/index.ts') },
  { find: /^@sec\/aws\/iam$/, replacement: source('aws/src/iam/index.ts') },
  { find: /^@sec\/(common|policies|core|aws|cli|test-server)$/, replacement: source('$1/src/index.ts') },
]

// Long: a test that hangs is found all the same, and no slow or busy machine fails one that does not.
const testTimeout = 300_000

const project = (name: string, include: string[], exclude: string[] = []) => ({
  resolve: { alias },
  test: { name, include, exclude, testTimeout },
})

// One AWS for all tests of a run that need one.
const globalSetup = [source('test-server/src/vitest/global-setup.ts')]

const onServer = (name: string, include: string[]) => {
  const { resolve, test } = project(name, include)
  // The SDK announces its next versions on standard error.
  const env = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
  return { resolve, test: { ...test, env, globalSetup, hookTimeout: testTimeout } }
}

const integration = ['packages/*/{src,test}/**/*.integration.test.ts', 'test/life/**/*.test.ts']

export default defineConfig({
  test: {
    // Every core: a worker waits for the server half of its time.
    maxWorkers: '100%',
    projects: [
      ...['common', 'policies', 'core', 'aws', 'cli', 'sec-provisioner'].map((name) =>
        project(name, [`packages/${name}/{src,test}/**/*.test.ts`], integration),
      ),
      onServer('test-server', ['packages/test-server/src/**/*.test.ts']),
      onServer('integration', integration),
      project('workspace', ['test/**/*.test.ts'], ['test/judges/**', 'test/life/**']),
      // Other people's checkers; `npm test` installs them.
      project('judges', ['test/judges/**/*.test.ts']),
    ],
  },
})

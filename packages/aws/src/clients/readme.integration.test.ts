import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { testServer } from '@sec/test-server/vitest'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import type { SessionOptions } from './session-options.js'
import { serverAws } from './testing/server-aws.js'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '')

interface Describe {
  readonly describe: (options: SessionOptions, accountId: string, stackName: string) => Promise<string>
}

interface DeployBucket {
  readonly deployBucket: (
    options: SessionOptions,
    stackName: string,
    body: string,
    token: string,
  ) => Promise<readonly string[]>
}

/** The n-th block as it stands, as a module that can be imported. */
async function load<Example>(block: number): Promise<Example> {
  const { outputFiles } = await build({
    stdin: {
      contents: blocks[block] ?? '',
      loader: 'ts',
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    },
    tsconfig: fileURLToPath(new URL('../../../../tsconfig.json', import.meta.url)),
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    write: false,
  })
  const script = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${script}`)) as Example
}

it('the first example of the README describes a stack', async () => {
  const server = testServer()
  const account = server.newAccount()
  const { options } = serverAws(server.endpointUrl, account.root).watched
  const { describe } = await load<Describe>(0)
  expect(await describe(options, account.accountId, 'edge')).toBe('there is no stack edge')
  await expect(describe(options, '000000000001', 'edge')).rejects.toMatchObject({ code: 'AWS_WRONG_ACCOUNT' })
})

const bucket = {
  Resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
  Outputs: { BucketName: { Value: { Ref: 'Bucket' } } },
}

it('the second example of the README deploys a bucket and publishes its name', async () => {
  const server = testServer()
  const account = server.newAccount()
  const { watched, parameters, stacks } = serverAws(server.endpointUrl, account.root)
  const { deployBucket } = await load<DeployBucket>(1)
  const [line] = await deployBucket(watched.options, 'edge', JSON.stringify(bucket), 'deploy-1')
  const published = (await parameters.getParametersByPath('/s3/edge'))['/s3/edge/BucketName']
  expect(line).toBe(`/s3/edge/BucketName = ${published}`)
  expect(await stacks.listStackResources('edge')).toMatchObject([
    { resourceType: 'AWS::S3::Bucket', physicalId: published, status: 'CREATE_COMPLETE' },
  ])
})

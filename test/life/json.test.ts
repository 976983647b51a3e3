import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import {
  AttachRolePolicyCommand,
  CreateGroupCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { anyPolicy, createByHand, templateOf } from './support/by-hand.js'
import { attachMissingPolicy, iamOf, type Life, newLife, proxyFor, via } from './support/life.js'
import type { SecResult, SecRun } from './support/run-sec.js'
import { smallConfig } from './support/small-estate.js'

// The validator is a dependency of the package whose documents are judged here.
const load = createRequire(new URL('../../packages/cli/package.json', import.meta.url))
const { Compile } = load('typebox/schema') as {
  readonly Compile: (schema: unknown) => {
    readonly Errors: (value: unknown) => readonly [boolean, unknown[]]
  }
}
const schema = fileURLToPath(new URL('../../schemas/action-result.schema.json', import.meta.url))
const validator = Compile(JSON.parse(readFileSync(schema, 'utf8')))

/** One document on stdout, as published, and nothing beside it anywhere. */
function documentOf({ out, err, exitCode }: SecRun, action: string): SecResult {
  const document = JSON.parse(out) as SecResult
  expect(out.endsWith('}\n')).toBe(true)
  expect(err).toBe('')
  expect(validator.Errors(document)).toEqual([true, []])
  expect(document).toMatchObject({ action, exitCode, ok: exitCode === 0, log: expect.any(String) })
  return document
}

const deployed = (life: Life) => life.must(['deploy', '--force'])
const larger = (life: Life) => life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))

async function drifted(life: Life): Promise<void> {
  await deployed(life)
  const iam = iamOf(life)
  const RoleName = `${life.prefix}-role-glue-etl`
  const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'by-hand', PolicyDocument: anyPolicy }))
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))
  await iam.send(new UpdateRoleCommand({ RoleName, Description: 'mine', MaxSessionDuration: 7200 }))
  await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: 'owner', Value: 'me' }] }))
}

interface JsonCase {
  readonly name: string
  readonly before?: (life: Life) => unknown
  readonly args: readonly string[]
  readonly exitCode?: number
  readonly answer?: boolean
  /** Calls that are refused. */
  readonly denied?: readonly string[]
  /** What the document has. */
  readonly has: (life: Life) => object
}

const successes: readonly JsonCase[] = [
  {
    name: 'a preview of everything',
    args: ['show-changes'],
    has: ({ stackName }) => ({
      stack: { name: stackName, exists: false },
      changes: { resources: expect.any(Array) },
    }),
  },
  {
    name: 'a preview of an update',
    before: async (life) => [await deployed(life), larger(life)],
    args: ['show-changes', '--fail-on-changes'],
    exitCode: 4,
    has: ({ stackName }) => ({
      stack: { name: stackName, exists: true, status: 'CREATE_COMPLETE' },
      changes: { isDeleting: false, growingAdministrators: [] },
    }),
  },
  {
    name: 'a preview of nothing',
    before: deployed,
    args: ['show-changes'],
    has: () => ({ changes: { resources: [], access: [] } }),
  },
  {
    name: 'a creation',
    args: ['deploy', '--force'],
    has: ({ stackName, stem }) => ({
      stack: { name: stackName, status: 'CREATE_COMPLETE', outcome: 'created' },
      parameters: { path: `/security/${stem}`, written: 8, removed: 0, unchanged: 0 },
      outputs: { RoleGlueEtlArn: expect.stringContaining('role-glue-etl') },
    }),
  },
  {
    name: 'an update',
    before: async (life) => [await deployed(life), larger(life)],
    args: ['deploy', '--force'],
    has: () => ({ stack: { status: 'UPDATE_COMPLETE', outcome: 'updated' }, parameters: { written: 3 } }),
  },
  {
    name: 'a deployment of nothing',
    before: deployed,
    args: ['deploy', '--force'],
    has: () => ({ stack: { outcome: 'unchanged' }, parameters: { unchanged: 8 } }),
  },
  { name: 'no drift', before: deployed, args: ['check-drift'], has: () => ({ drift: { findings: [] } }) },
  {
    name: 'drift of every sort that a role can have',
    before: drifted,
    args: ['check-drift'],
    exitCode: 4,
    has: ({ prefix }) => ({
      drift: {
        counts: { wider: 3, narrower: 0, other: 1, cosmetic: 1, notChecked: 0 },
        cloudFormation: 'DRIFTED',
        findings: expect.arrayContaining([
          expect.objectContaining({
            kind: 'extra-inline-policy',
            subject: { type: 'role', name: `${prefix}-role-glue-etl` },
            effect: 'wider',
            policyName: 'by-hand',
            gained: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
          }),
        ]),
      },
    }),
  },
  {
    name: 'what nobody could look at',
    before: deployed,
    args: ['check-drift'],
    denied: ['iam:GetRole', 'cloudformation:DetectStackDrift'],
    has: () => ({
      issues: [expect.objectContaining({ code: 'DRIFT_NOT_CHECKED', severity: 'warning' })],
      drift: { counts: { notChecked: 3 }, cloudFormation: 'NOT_CHECKED' },
    }),
  },
  {
    name: 'a preview of what would be brought back',
    before: drifted,
    args: ['show-changes', '--revert-drift'],
    has: () => ({
      changes: { resources: [{ logicalId: 'RoleGlueEtl', driftStatus: 'MODIFIED' }] },
      additions: [{ kind: 'foreign-inline', policyName: 'by-hand' }],
    }),
  },
  {
    name: 'a test deployment',
    args: ['test-deploy', '--force'],
    has: ({ stackName }) => ({
      stack: { name: expect.stringMatching(`^${stackName}-t`), status: 'DELETE_COMPLETE' },
      verification: { failures: 0, notChecked: 0 },
    }),
  },
  {
    name: 'a test deployment that is kept',
    args: ['test-deploy', '--force', '--keep'],
    has: ({ stackName }) => ({
      stack: { name: expect.stringMatching(`^${stackName}-t`), status: 'CREATE_COMPLETE' },
    }),
  },
  {
    name: 'a deletion',
    before: deployed,
    args: ['delete-stack', '--force'],
    has: ({ stackName }) => ({
      stack: { name: stackName, status: 'DELETE_COMPLETE' },
      parameters: { removed: 8 },
      leaving: expect.any(Array),
    }),
  },
  {
    name: 'a deletion of nothing',
    args: ['delete-stack', '--force'],
    has: ({ stackName }) => ({ stack: { name: stackName, exists: false }, parameters: { removed: 0 } }),
  },
]

/** The document says by an issue what went wrong. */
const withIssue = (code: string) => () => ({
  issues: expect.arrayContaining([expect.objectContaining({ code, severity: 'error' })]),
})

const failures: readonly JsonCase[] = [
  { name: 'a question without a terminal', args: ['deploy'], exitCode: 2, has: withIssue('CLI_NO_TERMINAL') },
  { name: 'a no', args: ['deploy'], answer: false, exitCode: 3, has: withIssue('DECLINED') },
  { name: 'no stack to look at', args: ['check-drift'], exitCode: 1, has: withIssue('STACK_MISSING') },
  {
    name: 'a resource that fails',
    before: attachMissingPolicy,
    args: ['deploy', '--force'],
    exitCode: 1,
    has: (life) => ({
      ...withIssue('STACK_RESOURCE_FAILED')(),
      stack: { name: life.stackName, status: 'ROLLBACK_COMPLETE' },
    }),
  },
  {
    name: 'a test deployment that fails',
    before: attachMissingPolicy,
    args: ['test-deploy', '--force'],
    exitCode: 1,
    has: withIssue('STACK_RESOURCE_FAILED'),
  },
  {
    name: 'a name that is taken',
    before: (life) =>
      iamOf(life).send(new CreateGroupCommand({ GroupName: `${life.prefix}-group-ml-engineers` })),
    args: ['show-changes'],
    exitCode: 1,
    has: withIssue('IAM_NAME_TAKEN'),
  },
  {
    name: 'an edit that CloudFormation refuses',
    before: async (life) => {
      const template = await templateOf(life)
      Object.assign(template.Resources.RoleGlueEtl?.Properties ?? {}, { Path: '/by-hand/' })
      await createByHand(life, template)
    },
    args: ['deploy', '--force'],
    exitCode: 2,
    has: withIssue('CHANGE_NEEDS_NEW_NAME'),
  },
  {
    name: 'a stack with a member',
    before: async (life) => {
      await deployed(life)
      await life.account.createUser('ann')
      await life.account.addUserToGroup('ann', `${life.prefix}-group-ml-engineers`)
    },
    args: ['delete-stack', '--force'],
    exitCode: 1,
    has: withIssue('IAM_GROUP_HAS_MEMBERS'),
  },
  {
    name: 'a stack that is protected',
    before: async (life) => {
      life.edit('termination_protection: false', 'termination_protection: true')
      await deployed(life)
    },
    args: ['delete-stack', '--force'],
    exitCode: 1,
    has: withIssue('AWS_TERMINATION_PROTECTED'),
  },
  {
    name: 'a fault of the config',
    before: (life) => life.edit('env: dev', 'env: somewhere'),
    args: ['deploy', '--force'],
    exitCode: 2,
    has: () => ({ issues: [expect.objectContaining({ severity: 'error', line: 3 })] }),
  },
]

describe('with --format json one document, and nothing else, comes of', () => {
  it.each([...successes, ...failures])(
    '$name',
    async ({ before, args, exitCode = 0, answer, denied = [], has }) => {
      const life = newLife()
      await before?.(life)
      const proxy = await proxyFor(life)
      for (const call of denied) proxy.inject({ at: { call }, fault: { kind: 'deny' } })
      const ended = await life.run([...args, '--format', 'json'], {
        ...via(proxy),
        ...(answer !== undefined && { answer: () => answer }),
      })
      expect(ended.exitCode, ended.out + ended.err).toBe(exitCode)
      expect(documentOf(ended, args[0] ?? '')).toMatchObject(has(life))
    },
  )

  const actions = ['show-changes', 'check-drift', 'test-deploy', 'deploy', 'delete-stack']
  it.each(actions)('%s that is interrupted, that is denied, and of another account', async (action) => {
    const life = newLife()
    const args = [action, '--force', '--format', 'json']
    const proxy = await proxyFor(life)
    const interruption = new AbortController()
    const at = { call: 'sts:GetCallerIdentity' }
    proxy.inject({ at, fault: { kind: 'call', run: () => interruption.abort('SIGINT') } })
    const interrupted = await life.run(args, { ...via(proxy), signal: interruption.signal })
    expect(documentOf(interrupted, action)).toMatchObject({ exitCode: 130, ...withIssue('INTERRUPTED')() })
    proxy.reset()
    proxy.inject({ at, fault: { kind: 'deny' } })
    const denied = await life.run(args, via(proxy))
    expect(documentOf(denied, action)).toMatchObject({ exitCode: 1, ...withIssue('AWS_DENIED')() })
    const stranger = await life.run(args, { credentials: newLife().account.root })
    expect(documentOf(stranger, action)).toMatchObject({ exitCode: 1, ...withIssue('AWS_WRONG_ACCOUNT')() })
  })
})

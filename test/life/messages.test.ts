import { AttachGroupPolicyCommand, CreateGroupCommand, CreatePolicyCommand } from '@aws-sdk/client-iam'
import type { Fault } from '@sec/test-server'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { anyPolicy } from './support/by-hand.js'
import { callsOf, changingCalls, iamOf, type Life, newLife, proxyFor, via } from './support/life.js'
import type { SecRun } from './support/run-sec.js'
import { untilStatus } from './support/until.js'

const actions = [
  ['show-changes'],
  ['check-drift'],
  ['test-deploy', '--force'],
  ['deploy', '--force'],
  ['delete-stack', '--force'],
]

/** What a message must hold: its code, what was found, and what to do. */
interface Expected {
  readonly code: string
  readonly says: RegExp
  readonly hint: RegExp
}

function expectSaid(ended: SecRun, { code, says, hint }: Expected, action = ''): void {
  expect([action, ended.exitCode], ended.err).toEqual([action, 1])
  expect(ended.err).toMatch(new RegExp(`error {2}${code} {2}`))
  expect(ended.err).toMatch(says)
  expect(ended.err).toMatch(hint)
  expect(ended.err).not.toMatch(/\n {4}at |node_modules/)
}

const error = (status: number, code: string, message: string, times?: number): Fault => ({
  kind: 'error',
  status,
  code,
  message,
  ...(times !== undefined && { times }),
})

/** Whatever is called first: who is asking is found out before anything else. */
const faultsAtFirst: readonly (Expected & { readonly name: string; readonly fault: Fault })[] = [
  {
    name: 'credentials that have expired',
    fault: error(403, 'ExpiredToken', 'The security token included in the request is expired'),
    code: 'AWS_CREDENTIALS_EXPIRED',
    says: /the AWS credentials have expired/,
    hint: /get new credentials, and run the same command again/,
  },
  {
    name: 'keys that AWS does not know',
    fault: error(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
    code: 'AWS_CREDENTIALS_REFUSED',
    says: /AWS does not accept the credentials \(InvalidClientTokenId\)/,
    hint: /check that key id, secret and session token belong together/,
  },
  {
    name: 'a clock that is wrong',
    fault: error(
      403,
      'SignatureDoesNotMatch',
      'Signature expired: 20261124T080000Z is now earlier than 20261124T160000Z (20261124T161500Z - 15 min.)',
      100,
    ),
    code: 'AWS_CLOCK_WRONG',
    says: /the clock of this machine differs too much from the clock of AWS/,
    hint: /set the clock, such as by turning time synchronisation on/,
  },
  {
    name: 'a call that is denied',
    fault: { kind: 'deny' },
    code: 'AWS_DENIED',
    says: /AWS denied sts:GetCallerIdentity/,
    hint: /have the policy attached that `export-iam-policy` writes/,
  },
  {
    name: 'a service that is down',
    fault: { kind: 'server-error', times: 100 },
    code: 'AWS_UNAVAILABLE',
    says: /AWS answered sts:GetCallerIdentity with an internal fault \(HTTP 500\)/,
    hint: /health\.aws\.amazon\.com/,
  },
  {
    name: 'throttling without end',
    fault: { kind: 'throttle', times: 100 },
    code: 'AWS_THROTTLED',
    says: /AWS throttled sts:GetCallerIdentity/,
    hint: /run the same command again later/,
  },
]

describe('every action says what to do about', () => {
  it.each(faultsAtFirst)('$name', async ({ fault, ...expected }) => {
    const life = newLife()
    const proxy = await proxyFor(life)
    for (const action of actions) {
      proxy.reset()
      proxy.inject({ at: { n: 1 }, fault })
      expectSaid(await life.run(action, via(proxy)), expected, action[0])
      expect(new Set(callsOf(proxy))).toEqual(new Set(['sts:GetCallerIdentity']))
    }
  })

  it('an account that is another than the config names, before anything else is called', async () => {
    const life = newLife()
    const other = newLife()
    const proxy = await proxyFor(life)
    const expected = {
      code: 'AWS_WRONG_ACCOUNT',
      says: new RegExp(
        `belong to account ${other.account.accountId} .*, expected account ${life.account.accountId}`,
      ),
      hint: /use the credentials of that account, such as with --profile/,
    }
    for (const action of actions) {
      proxy.reset()
      const change = { ...via(proxy), credentials: other.account.root }
      expectSaid(await life.run(action, change), expected, action[0])
      expect(callsOf(proxy)).toEqual(['sts:GetCallerIdentity'])
    }
  })

  it('a secret key that does not fit', async () => {
    const life = newLife()
    const ann = await life.account.createUser('ann')
    const credentials = { ...ann, secretAccessKey: 'another-secret-than-the-right-one' }
    const expected = {
      code: 'AWS_CREDENTIALS_REFUSED',
      says: /\(SignatureDoesNotMatch\)/,
      hint: /check that key id, secret and session token belong together/,
    }
    for (const action of actions) expectSaid(await life.run(action, { credentials }), expected, action[0])
  })

  it('no credentials at all', async () => {
    const life = newLife()
    const nowhere = '/nowhere/at/all'
    const env = {
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_CONFIG_FILE: nowhere,
      AWS_SHARED_CREDENTIALS_FILE: nowhere,
      AWS_EC2_METADATA_DISABLED: 'true',
    }
    const expected = {
      code: 'AWS_NO_CREDENTIALS',
      says: /found no AWS credentials/,
      hint: /name a profile with --profile, or log in/,
    }
    for (const action of actions) expectSaid(await life.run(action, { env }), expected, action[0])
  })

  it('an endpoint that nobody answers at', async () => {
    const life = newLife()
    const expected = {
      code: 'AWS_UNREACHABLE',
      says: /127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)/,
      hint: /check the network, --region and --endpoint-url, and HTTPS_PROXY/,
    }
    for (const action of actions)
      expectSaid(await life.run(action, { endpointUrl: 'http://127.0.0.1:1' }), expected, action[0])
  })
})

/** In the middle: what was made before is removed all the same. */
const faultsInTheMiddle: readonly (Expected & {
  readonly name: string
  readonly at: string
  readonly fault: Fault
  readonly of: readonly string[]
})[] = [
  {
    name: 'credentials that expire while a change set is made',
    at: 'cloudformation:DescribeChangeSet',
    fault: error(403, 'ExpiredToken', 'The security token included in the request is expired'),
    of: ['show-changes', 'deploy', 'test-deploy'],
    code: 'AWS_CREDENTIALS_EXPIRED',
    says: /the AWS credentials have expired/,
    hint: /get new credentials, and run the same command again/,
  },
  {
    name: 'a change set that may not be made',
    at: 'cloudformation:CreateChangeSet',
    fault: { kind: 'deny' },
    of: ['show-changes', 'deploy', 'test-deploy'],
    code: 'AWS_DENIED',
    says: /AWS denied cloudformation:CreateChangeSet/,
    hint: /have the policy attached that `export-iam-policy` writes/,
  },
  {
    name: 'a change set that may not be executed',
    at: 'cloudformation:ExecuteChangeSet',
    fault: { kind: 'deny' },
    of: ['deploy', 'test-deploy'],
    code: 'AWS_DENIED',
    says: /AWS denied cloudformation:ExecuteChangeSet/,
    hint: /have the policy attached that `export-iam-policy` writes/,
  },
  {
    name: 'a quota of stacks that is full',
    at: 'cloudformation:CreateChangeSet',
    fault: error(400, 'LimitExceededException', 'Stack limit exceeded, the quota is 2000'),
    of: ['show-changes', 'deploy', 'test-deploy'],
    code: 'AWS_QUOTA_FULL',
    says: /a quota of the account is used up, said cloudformation:CreateChangeSet: Stack limit exceeded/,
    hint: /ask for more in the console of Service Quotas/,
  },
  {
    name: 'IAM that may not be read',
    at: 'iam:GetRole',
    fault: { kind: 'deny' },
    of: ['show-changes', 'deploy'],
    code: 'AWS_DENIED',
    says: /AWS denied iam:GetRole/,
    hint: /have the policy attached that `export-iam-policy` writes/,
  },
]

describe('what was made is removed, and what to do is said, after', () => {
  const cases = faultsInTheMiddle.flatMap((each) => each.of.map((action) => ({ ...each, action })))
  it.each(cases)('$name, in $action', async ({ action, at, fault, ...expected }) => {
    const life = newLife()
    const before = await stateOf(life.account)
    const proxy = await proxyFor(life)
    proxy.inject({ at: { call: at }, fault })
    const args = actions.find(([name]) => name === action) ?? []
    expectSaid(await life.run(args, via(proxy)), expected)
    expect(await stateOf(life.account)).toEqual(before)
  })

  it.each(['deploy', 'delete-stack'])(
    'a denied %s of a deployed stack: nothing has changed',
    async (action) => {
      const life = newLife()
      await life.must(['deploy', '--force'])
      const before = await stateOf(life.account)
      life.edit('owner: platform', 'owner: security')
      const proxy = await proxyFor(life)
      const at = { call: `cloudformation:${action === 'deploy' ? 'ExecuteChangeSet' : 'DeleteStack'}` }
      proxy.inject({ at, fault: { kind: 'deny' } })
      const denied = await life.run([action, '--force'], via(proxy))
      expect([denied.exitCode, denied.err]).toEqual([1, expect.stringContaining(`AWS denied ${at.call}`)])
      expect(await stateOf(life.account)).toEqual(before)
    },
  )

  it('credentials that expire and stay so: what may be left is said, and the next run ends well', async () => {
    const life = newLife()
    const proxy = await proxyFor(life)
    const expired = error(403, 'ExpiredToken', 'The security token included in the request is expired')
    const calls = ['DescribeChangeSet', 'DescribeStacks', 'ListChangeSets', 'DeleteChangeSet', 'DeleteStack']
    for (const call of calls)
      for (const nth of [1, 2, 3, 4])
        if (call !== 'DescribeStacks' || nth > 1)
          proxy.inject({ at: { call: `cloudformation:${call}`, nth }, fault: expired })
    const ended = await life.run(['deploy', '--force'], via(proxy))
    expect(ended.exitCode).toBe(1)
    expect(ended.err).toMatch(/error {2}AWS_CREDENTIALS_EXPIRED/)
    expect(ended.err).toMatch(/CLEAN_UP_FAILED/)
    await life.must(['deploy', '--force'])
    expect(await stateOf(life.account)).toMatchObject({
      stacks: [`${life.stackName} CREATE_COMPLETE`],
      changeSets: [],
    })
  })

  it('credentials that expire while CloudFormation works: it goes on, and the next deploy finishes', async () => {
    const life = newLife()
    const proxy = await proxyFor(life)
    for (const call of ['DescribeStackEvents', 'DescribeStacks', 'ListChangeSets'])
      for (const nth of call === 'DescribeStackEvents' ? [2, 3, 4] : [2, 3, 4, 5, 6])
        proxy.inject({
          at: { call: `cloudformation:${call}`, nth },
          fault: error(403, 'ExpiredToken', 'The security token included in the request is expired'),
        })
    expectSaid(await life.run(['deploy', '--force'], via(proxy)), {
      code: 'AWS_CREDENTIALS_EXPIRED',
      says: /the AWS credentials have expired/,
      hint: /get new credentials, and run the same command again/,
    })

    await untilStatus(life, /^CREATE_COMPLETE$/)
    const again = await life.must(['deploy', '--force'])
    expect(again.out).toContain('8 written')
  })

  it('a quota of IAM that CloudFormation runs into', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    await fillGroup(life)
    life.edit('{ s3: level1 }', '{ s3: level1, ecr: level1 }')
    expectSaid(await life.run(['deploy', '--force']), {
      code: 'STACK_RESOURCE_FAILED',
      says: /GroupDataScientists could not be changed: Cannot exceed quota for PoliciesPerGroup: 10/,
      hint: /the quota PoliciesPerGroup of 10 is used up; make room, or have it raised in Service Quotas/,
    })
  })
})

it('an account without room for the estate is found before anything is made', async () => {
  const life = newLife()
  const names = Array.from({ length: 299 }, (_, index) => `one-of-many-${index}`)
  for (const GroupName of names) await iamOf(life).send(new CreateGroupCommand({ GroupName }))
  const proxy = await proxyFor(life)
  for (const action of ['deploy', 'test-deploy']) {
    expectSaid(await life.run([action, '--force'], via(proxy)), {
      code: 'IAM_QUOTA_EXCEEDED',
      says: /299 .*groups?.* 300/,
      hint: /Service Quotas/,
    })
    expect(changingCalls(proxy)).toEqual([])
  }
})

/** Attaches policies until IAM takes no more. */
async function fillGroup(life: Life): Promise<void> {
  const GroupName = `${life.prefix}-group-data-scientists`
  for (let index = 0; index < 8; index += 1) {
    const made = await iamOf(life).send(
      new CreatePolicyCommand({ PolicyName: `of-somebody-else-${index}`, PolicyDocument: anyPolicy }),
    )
    const PolicyArn = made.Policy?.Arn ?? ''
    await iamOf(life).send(new AttachGroupPolicyCommand({ GroupName, PolicyArn }))
  }
}

import { expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { newLife, proxyFor, via } from './support/life.js'
import { smallConfig } from './support/small-estate.js'

/** What a server that acts like AWS may not know, and how it says so. */
const lacking = [
  'cloudformation:DescribeEvents',
  'cloudformation:DetectStackDrift',
  'cloudformation:ListChangeSets',
  'cloudformation:UpdateTerminationProtection',
  'iam:GetAccountSummary',
  'iam:SimulatePrincipalPolicy',
]
const answers = [
  { status: 501, code: 'InternalFailure', message: 'not implemented' },
  { status: 400, code: 'InvalidAction', message: 'Could not find operation' },
]

const protecting = (accountId: string, isLarger: boolean) =>
  smallConfig({ accountId, isLarger }).replace(
    'termination_protection: false',
    'termination_protection: true',
  )

async function onServerThatAnswers(answer: (typeof answers)[number]) {
  const life = newLife()
  const proxy = await proxyFor(life)
  for (const call of lacking)
    proxy.inject({ at: { call }, fault: { kind: 'error', ...answer, times: Number.POSITIVE_INFINITY } })
  life.write(protecting(life.account.accountId, false))
  return { life, run: (...args: readonly string[]) => life.run(args, via(proxy)) }
}

it.each(answers)('an estate lives on a server that answers $status $code to some calls', async (answer) => {
  const { life, run } = await onServerThatAnswers(answer)

  const preview = await run('show-changes')
  expect([preview.exitCode, preview.err]).toEqual([0, expect.not.stringContaining('error')])
  expect((await stateOf(life.account)).stacks).toEqual([])

  const deployed = await run('deploy', '--force')
  expect(deployed.exitCode, deployed.err).toBe(0)
  expect(deployed.err).toContain("the room that is left in IAM's quotas was not checked")
  expect(deployed.err).toContain('termination protection was not switched on')
  expect(deployed.out).toContain('8 written')

  life.write(protecting(life.account.accountId, true))
  expect((await run('deploy', '--force')).exitCode).toBe(0)
  expect((await run('deploy', '--force')).out).toContain('nothing to change')

  const drift = await run('check-drift')
  expect([drift.exitCode, drift.out]).toEqual([0, expect.stringMatching(/no drift.*, 1 not checked/)])
  expect(drift.out).toContain('does not know the operation cloudformation:DetectStackDrift')

  const tested = await run('test-deploy', '--force')
  expect([tested.exitCode, tested.err]).toEqual([0, expect.stringContaining('more sample requests')])
  expect(tested.err).not.toContain('the policy simulator allows 0')

  expect((await run('delete-stack', '--force')).exitCode).toBe(0)
})

import { describe, expect, it } from 'vitest'
import { deployExample } from './support/example-life.js'
import { callsOf, proxyFor, via } from './support/life.js'

describe('check-drift of the enterprise example', () => {
  it('reads everything once, eight things at a time', async () => {
    const life = await deployExample('enterprise-12')
    const { groups, roles, policies } = life.estate
    const proxy = await proxyFor(life)
    const atOnce: number[] = []
    const look = () =>
      void atOnce.push(
        proxy.calls.filter(({ call, status }) => call.startsWith('iam:') && status === 'pending').length,
      )
    for (const nth of policies.keys())
      proxy.inject({ at: { call: 'iam:GetPolicy', nth: nth + 1 }, fault: { kind: 'call', run: look } })
    const checked = await life.run(['check-drift'], via(proxy))
    expect([checked.exitCode, checked.out]).toEqual([0, expect.stringContaining('no drift; ')])
    const calls = callsOf(proxy)
    const inline = [...groups, ...roles].flatMap(({ inlinePolicies }) => inlinePolicies)
    expect(inline).toEqual([])
    expect(countsOf(calls.filter((call) => !call.endsWith('DriftDetectionStatus')))).toEqual({
      'sts:GetCallerIdentity': 1,
      'cloudformation:DescribeStacks': 1,
      'cloudformation:GetTemplate': 1,
      'cloudformation:DetectStackDrift': 1,
      'cloudformation:DescribeStackResourceDrifts': 1,
      'iam:GetGroup': groups.length,
      'iam:ListAttachedGroupPolicies': groups.length,
      'iam:ListGroupPolicies': groups.length,
      'iam:GetRole': roles.length,
      'iam:ListAttachedRolePolicies': roles.length,
      'iam:ListRolePolicies': roles.length,
      'iam:GetPolicy': policies.length,
      'iam:GetPolicyVersion': policies.length,
      'iam:ListPolicyVersions': policies.length,
      'iam:ListEntitiesForPolicy': policies.length,
    })
    expect(Math.max(...atOnce)).toBe(8)
  })
})

function countsOf(calls: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const call of calls) counts[call] = (counts[call] ?? 0) + 1
  return counts
}

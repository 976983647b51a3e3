import { CreateGroupCommand, GetGroupCommand } from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { stackOf } from './support/by-hand.js'
import { attachMissingPolicy, iamOf, newLife, proxyFor, via } from './support/life.js'
import { asked } from './support/questions.js'
import { smallConfig } from './support/small-estate.js'
import { until } from './support/until.js'

/** The first line that a person reads about what went wrong. */
function firstError(err: string): string {
  return err.split('\n').find((line) => /(^|\s)error {2}/.test(line)) ?? ''
}

describe('a deployment that fails', () => {
  it('while the stack is created: the cause comes first, at its line, with a hint', async () => {
    const life = newLife()
    const arn = attachMissingPolicy(life)
    const failed = await life.run(['deploy', '--force'])
    expect(failed.exitCode).toBe(1)
    expect(firstError(failed.err)).toMatch(
      /^config\.yaml:\d+:\d+ {2}error {2}STACK_RESOURCE_FAILED {2}AWS::IAM::Role RoleGlueEtl/,
    )
    expect(firstError(failed.err)).toContain(arn)
    expect(failed.err).toContain(`managed_policies: ["${arn}"]`)
    expect(failed.err).toContain('check the ARN of the policy')
    expect(failed.err).toContain(`the stack ${life.stackName} is now ROLLBACK_COMPLETE`)
    expect(failed.out).toBe('')
    expect((await stateOf(life.account)).parameters).toEqual([])
  })

  it('says the cause in its very first line, when nothing but errors is asked for', async () => {
    const life = newLife()
    attachMissingPolicy(life)
    const { err } = await life.run(['deploy', '--force', '--quiet'])
    expect(err.split('\n')[0]).toMatch(/^config\.yaml:\d+:\d+ {2}error {2}STACK_RESOURCE_FAILED/)
  })

  it('while the stack is updated: what was there before is there again', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const before = await stateOf(life.account)
    const arn = attachMissingPolicy(life)
    const failed = await life.run(['deploy', '--force'])
    expect([failed.exitCode, failed.err]).toEqual([1, expect.stringContaining('UPDATE_ROLLBACK_COMPLETE')])
    expect(firstError(failed.err)).toContain(arn)
    const after = await stateOf(life.account)
    expect(after).toEqual({ ...before, stacks: [`${life.stackName} UPDATE_ROLLBACK_COMPLETE`] })
    life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))
    await life.must(['deploy', '--force'])
  })

  it('at a name that somebody takes between the check and the creation', async () => {
    const life = newLife()
    const GroupName = `${life.prefix}-group-ml-engineers`
    const takeName = async () => {
      await iamOf(life).send(new CreateGroupCommand({ GroupName }))
    }
    const proxy = await proxyFor(life)
    proxy.inject({ at: { call: 'cloudformation:ExecuteChangeSet' }, fault: { kind: 'call', run: takeName } })
    const failed = await life.run(['deploy', '--force'], via(proxy))
    expect(failed.exitCode).toBe(1)
    expect(firstError(failed.err)).toContain('AWS::IAM::Group GroupMlEngineers')
    expect(firstError(failed.err)).toMatch(/already exists/)
    expect(firstError(failed.err)).toMatch(/^config\.yaml:\d+/)
    expect(failed.err).toContain('the name is taken by something that is not in this stack')
    expect(await stateOf(life.account)).toMatchObject({ groups: [GroupName], roles: [], policies: [] })
  })

  it('and whose rollback leaves something behind: it is named', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    life.write(smallConfig({ accountId: life.account.accountId, isLarger: true }))
    attachMissingPolicy(life)
    const GroupName = `${life.prefix}-group-business-consumers`
    await life.account.setPace(150)
    const update = life.run(['deploy', '--force'])
    await until('the group is there', () =>
      iamOf(life)
        .send(new GetGroupCommand({ GroupName }))
        .then(() => true)
        .catch(() => false),
    )
    await life.account.createUser('ann')
    await life.account.addUserToGroup('ann', GroupName)
    const failed = await update
    expect(failed.exitCode).toBe(1)
    expect(firstError(failed.err)).toContain('RoleGlueEtl could not be changed')
    expect(failed.err).toMatch(
      new RegExp(`STACK_LEFT_BEHIND {2}AWS::IAM::Group "${GroupName}" was left behind, outside of the stack`),
    )
    expect(failed.err).toContain('is now UPDATE_ROLLBACK_COMPLETE')
  })

  it('leaves a stack that the next deploy deletes and makes anew, after a question', async () => {
    const life = newLife()
    attachMissingPolicy(life)
    await life.run(['deploy', '--force'])
    life.write(smallConfig({ accountId: life.account.accountId }))
    const shown = await life.must(['show-changes'])
    expect(shown.err).toContain('deploy deletes it first, and makes everything anew')
    const declined = await asked(life, ['deploy'], false)
    expect([declined.ended.exitCode, declined.questions.length]).toEqual([3, 1])
    expect((await stackOf(life))?.StackStatus).toBe('ROLLBACK_COMPLETE')
    const again = await asked(life, ['deploy'], true)
    expect(again.ended.exitCode, again.ended.err).toBe(0)
    expect(again.questions.map(({ text }) => text)).toEqual([
      expect.stringContaining('ROLLBACK_COMPLETE: its creation failed, and it can only be deleted'),
      expect.stringContaining(`Deploy ${life.stackName}`),
    ])
    expect((await stackOf(life))?.StackStatus).toBe('CREATE_COMPLETE')
  })

  it.each(['deploy', 'delete-stack'])('leaves a stack that %s --force clears away', async (action) => {
    const life = newLife()
    attachMissingPolicy(life)
    await life.run(['deploy', '--force'])
    if (action === 'deploy') life.write(smallConfig({ accountId: life.account.accountId }))
    const ended = await life.must([action, '--force'])
    const wanted = action === 'deploy' ? [`${life.stackName} CREATE_COMPLETE`] : []
    expect([ended.exitCode, (await stateOf(life.account)).stacks]).toEqual([0, wanted])
  })
})

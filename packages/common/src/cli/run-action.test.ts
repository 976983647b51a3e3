import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type TestContext, testContext } from '../../test/cli-context.js'
import type { ExitCode } from '../error/exit-code.js'
import { ProvisionerError } from '../error/provisioner-error.js'
import { type ActionContext, defineAction, type Safety } from './command.js'
import { confirm } from './confirm.js'
import type { Ask, CliContext } from './context.js'
import { defineProvisioner } from './define-provisioner.js'

type Work = (
  context: ActionContext,
  flags: { force: boolean; dryRun: boolean },
) => ExitCode | Promise<ExitCode>

const shared = {}
const yes: Ask = async () => true
const question = { kind: 'yes-no', text: 'Deploy?' } as const

function run(work: Work, safety: Safety, context: CliContext, ...flags: string[]) {
  const action = defineAction(shared, {
    name: 'deploy',
    summary: 'deploys it',
    safety,
    config: 'required',
    run: (options, given) => work(given, options),
  })
  const words = { name: 'demo', version: '1', summary: '', options: shared, examples: [], actions: [action] }
  return defineProvisioner(words).run(['deploy', '--config', 'a.yaml', ...flags], context)
}

const logText = ({ cwd }: TestContext) =>
  readdirSync(join(cwd, 'reports'))
    .map((file) => readFileSync(join(cwd, 'reports', file), 'utf8'))
    .join('')

/** A terminal, as far as a test needs one. */
function terminal(more: Partial<CliContext> = {}) {
  const err: string[] = []
  const stderr = { write: (text: string) => void err.push(text), isTerminal: true }
  return { ...testContext({ env: { NO_COLOR: '1' }, stderr, ...more }), err: () => err.join('') }
}

describe('an action without a terminal', () => {
  it.each([
    {
      name: 'is refused before it begins, when it changes something',
      safety: 'mutating',
      flags: [],
      code: 2,
    },
    { name: 'runs with --force', safety: 'mutating', flags: ['--force'], code: 0 },
    { name: 'runs with --dry-run', safety: 'mutating', flags: ['--dry-run'], code: 0 },
    { name: 'runs when it only reads', safety: 'read-only', flags: [], code: 0 },
    { name: 'runs when it is local', safety: 'local', flags: [], code: 0 },
  ] as const)('$name', async ({ safety, flags, code }) => {
    const context = testContext()
    let isReached = false
    const work = () => {
      isReached = true
      return 0 as const
    }
    expect(await run(work, safety, context, ...flags)).toBe(code)
    expect(isReached).toBe(code === 0)
    expect(context.err().includes('CLI_NO_TERMINAL')).toBe(code === 2)
  })

  it('is refused at its question, when it should not have had one', async () => {
    const context = testContext()
    const work: Work = async (given, flags): Promise<ExitCode> => {
      await confirm(question, flags, given)
      return 0
    }
    expect(await run(work, 'read-only', context)).toBe(2)
    expect(context.err()).toContain('deploy asks a question, and there is no terminal to ask at')
  })
})

describe('a question of an action', () => {
  const asking: Work = async (given, flags): Promise<ExitCode> => {
    given.output.status('looking')
    await confirm(question, flags, given)
    given.output.result('done')
    return 0
  }

  it('stands alone: the status line is gone when it is asked', async () => {
    let before = ''
    const context = terminal({
      ask: async () => {
        before = context.err()
        return true
      },
    })
    expect(await run(asking, 'mutating', context)).toBe(0)
    expect(before.endsWith('0s  looking\r\u001b[2K')).toBe(true)
    expect(logText(context)).toContain('INFO deploy asked: Deploy? Answered: yes')
  })

  it('ends the action with 3 when it is declined, in a calm line', async () => {
    const context = testContext({ ask: async () => false })
    expect(await run(asking, 'mutating', context)).toBe(3)
    expect(context.out()).toBe('')
    expect(context.err()).toBe(
      'error  DECLINED  stopped, for the answer was no\n  run the action again when you are ready\n',
    )
  })
})

describe('Ctrl-C', () => {
  const hang = ({ sleep, signal }: ActionContext) => sleep(1_000_000, signal).then(() => 0 as const)

  it.each([
    { name: 'the reason', work: hang },
    {
      name: 'an error around it',
      work: (context: ActionContext) =>
        hang(context).catch((cause) => Promise.reject(new ProvisionerError('aws', 'X', 'failed', { cause }))),
    },
  ])('ends an action that throws $name with the code of the signal', async ({ work }) => {
    for (const [name, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const stop = new AbortController()
      const context = testContext({ signal: stop.signal })
      const ended = run(work, 'read-only', context)
      await context.sleep(1)
      stop.abort(name)
      expect(await ended).toBe(code)
      expect(context.err()).toContain(`error  INTERRUPTED  interrupted by ${name}\n`)
    }
  })

  it('is answered at once, by a line that says what follows', async () => {
    const stop = new AbortController()
    const context = testContext({ signal: stop.signal })
    const work: Work = async (given) => {
      stop.abort('SIGINT')
      given.output.note('cleaning')
      return hang(given)
    }
    await run(work, 'read-only', context)
    const [first, second] = context.err().split('\n')
    expect([first, second]).toEqual([
      'stopping: cleaning up; press Ctrl-C again to leave at once',
      'cleaning',
    ])
    expect(logText(context)).toContain('INFO deploy stopping: cleaning up')
  })

  it.each(['--quiet', '--format=json'])('is answered on a terminal with %s too', async (flag) => {
    const stop = new AbortController()
    const context = terminal({ signal: stop.signal })
    const work: Work = (given) => {
      stop.abort('SIGINT')
      return hang(given)
    }
    await run(work, 'read-only', context, flag)
    expect(context.err()).toContain('stopping: cleaning up; press Ctrl-C again to leave at once\n')
  })

  it('leaves JSON alone where nobody looks on', async () => {
    const stop = new AbortController()
    const context = testContext({ signal: stop.signal })
    const work: Work = (given) => {
      stop.abort('SIGINT')
      return hang(given)
    }
    expect(await run(work, 'read-only', context, '--format', 'json')).toBe(130)
    expect(context.err()).toBe('')
    expect(JSON.parse(context.out())).toMatchObject({ exitCode: 130, issues: [{ code: 'INTERRUPTED' }] })
  })

  it('does not end an action that is done all the same', async () => {
    const stop = new AbortController()
    const work: Work = () => {
      stop.abort('SIGINT')
      return 0
    }
    expect(await run(work, 'read-only', testContext({ signal: stop.signal }))).toBe(0)
  })

  it('does not hide that the clean-up failed', async () => {
    const stop = new AbortController()
    const context = testContext({ signal: stop.signal })
    const work: Work = async (given) => {
      stop.abort('SIGINT')
      return hang(given).finally(() => Promise.reject(new ProvisionerError('aws', 'LEFT', 'a stack is left')))
    }
    expect(await run(work, 'read-only', context)).toBe(1)
    expect(context.err()).toContain('error  LEFT  a stack is left\n')
  })

  it('lets nothing begin when it came before', async () => {
    let isReached = false
    const work: Work = () => {
      isReached = true
      return 0
    }
    const context = testContext({ signal: AbortSignal.abort('SIGINT'), ask: yes })
    expect(await run(work, 'mutating', context)).toBe(130)
    expect(isReached).toBe(false)
  })
})

describe('progress', () => {
  it('is a line beside the result, and in the log', async () => {
    const context = testContext()
    const work: Work = ({ output }) => {
      output.progress('one done')
      output.result('all done')
      return 0
    }
    await run(work, 'read-only', context)
    expect([context.out(), context.err()]).toEqual(['all done\n', 'one done\n'])
    expect(logText(context)).toContain('INFO deploy one done\n')
  })

  it.each(['--quiet', '--format=json'])('is not shown with %s, but logged', async (flag) => {
    const context = testContext()
    const work: Work = ({ output }) => {
      output.progress('one done')
      return 0
    }
    await run(work, 'read-only', context, flag)
    expect(context.out() + context.err()).not.toContain('one done')
    expect(logText(context)).toContain('one done')
  })
})

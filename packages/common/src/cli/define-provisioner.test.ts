import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemError, type TestContext, testContext } from '../../test/cli-context.js'
import type { ExitCode } from '../error/exit-code.js'
import { ProvisionerError } from '../error/provisioner-error.js'
import { type ActionContext, defineAction, type Safety } from './command.js'
import { defineProvisioner } from './define-provisioner.js'

const shared = {}

function program(run: (context: ActionContext) => ExitCode | Promise<ExitCode>, safety: Safety = 'local') {
  return defineProvisioner({
    name: 'demo',
    version: '1.2.3',
    summary: 'Makes things.',
    options: shared,
    examples: ['demo make --config a.yaml'],
    actions: [
      defineAction(shared, {
        name: 'make',
        summary: 'makes it',
        safety,
        config: 'required',
        run: (_options, context) => run(context),
      }),
    ],
  })
}

const line = (...more: string[]) => ['make', '--config', 'a.yaml', ...more]
const logsOf = (context: TestContext) => readdirSync(join(context.cwd, 'reports'))
const logText = (context: TestContext) =>
  readFileSync(join(context.cwd, 'reports', logsOf(context)[0] as string), 'utf8')

describe('a program', () => {
  it('shows its help on stdout, with every action, flag and example', async () => {
    const context = testContext()
    expect(await program(() => 0).run(['--help'], context)).toBe(0)
    for (const words of [
      'demo 1.2.3',
      'make',
      '--config <file>',
      '--format text|json',
      'demo make --config a.yaml',
    ])
      expect(context.out()).toContain(words)
  })

  it('shows its version alone', async () => {
    const context = testContext()
    expect(await program(() => 0).run(['--version'], context)).toBe(0)
    expect(context.out()).toBe('1.2.3\n')
  })

  it('answers misuse with exit code 2, on stderr, with a hint and without a log', async () => {
    const context = testContext()
    expect(await program(() => 0).run(['mkae'], context)).toBe(2)
    expect(context.err()).toBe(
      'error  CLI_UNKNOWN_ACTION  unknown action "mkae"; did you mean "make"?\n' +
        '  run "demo --help" to see what there is\n',
    )
    expect(context.out()).toBe('')
    expect(existsSync(join(context.cwd, 'reports'))).toBe(false)
  })

  it('answers misuse as one JSON document when that format was asked for', async () => {
    const context = testContext()
    expect(await program(() => 0).run(['mkae', '--format', 'json'], context)).toBe(2)
    expect(JSON.parse(context.out())).toMatchObject({
      action: 'mkae',
      ok: false,
      exitCode: 2,
      issues: [{ code: 'CLI_UNKNOWN_ACTION', severity: 'error', path: [] }],
      files: [],
    })
    expect(context.err()).toBe('')
  })
})

describe('a run', () => {
  it('gives results to stdout and notes to stderr', async () => {
    const context = testContext()
    const run = ({ output }: ActionContext) => {
      output.result('made')
      output.note('next')
      return 0 as const
    }
    expect(await program(run).run(line(), context)).toBe(0)
    expect([context.out(), context.err()]).toEqual(['made\n', 'next\n'])
  })

  it.each([
    { env: {}, command: 'demo' },
    { env: { npm_lifecycle_event: 'npx' }, command: 'npx demo' },
    { env: { npm_lifecycle_event: 'start', PROVISIONER_COMMAND: 'npm start --' }, command: 'npm start --' },
  ])('knows how it is called: $command', async ({ env, command }) => {
    const context = testContext({ env })
    const run = ({ output, command: found }: ActionContext) => {
      output.result(found)
      return 0 as const
    }
    await program(run).run(line(), context)
    expect(context.out()).toBe(`${command}\n`)
  })

  it('is silent when quiet, but for errors', async () => {
    const context = testContext()
    const run = ({ output }: ActionContext) => {
      output.result('made')
      output.note('next')
      output.issues([
        { code: 'A', severity: 'warning', message: 'hm', hint: '', path: [] },
        { code: 'B', severity: 'error', message: 'no', hint: '', path: [] },
      ])
      return 2 as const
    }
    await program(run).run(line('--quiet'), context)
    expect(context.out()).toBe('')
    expect(context.err()).toBe('error  B  no\n')
  })

  it('keeps a log under the name that the action gives it', async () => {
    const context = testContext()
    const run = ({ log, output }: ActionContext) => {
      log.open('acme-stem')
      output.result('made\nit')
      log.write('DEBUG', 'not without --verbose')
      return 0 as const
    }
    await program(run).run(line(), context)
    expect(logsOf(context)).toEqual(['acme-stem-make-20261124T081500123Z.log'])
    expect(logText(context)).toBe(
      [
        '2026-11-24T08:15:00.123Z INFO make demo 1.2.3, config a.yaml',
        '2026-11-24T08:15:00.123Z INFO make made\\u000ait',
        '2026-11-24T08:15:00.123Z INFO make ended with exit code 0',
        '',
      ].join('\n'),
    )
  })

  it('keeps a log without a stem when no config was read, under --out', async () => {
    const context = testContext()
    await program(() => 2).run(line('--out', 'here'), context)
    expect(readdirSync(join(context.cwd, 'here/reports'))).toEqual(['make-20261124T081500123Z.log'])
  })

  it('names its files and its log in the JSON document, with what the action adds', async () => {
    const context = testContext()
    const run = ({ output }: ActionContext) => {
      output.file('/x/y.yaml')
      output.field('counts', { groups: 1 })
      return 0 as const
    }
    await program(run).run(line('--format', 'json'), context)
    expect(JSON.parse(context.out())).toEqual({
      action: 'make',
      ok: true,
      exitCode: 0,
      issues: [],
      files: ['/x/y.yaml'],
      log: join(context.cwd, 'reports/make-20261124T081500123Z.log'),
      counts: { groups: 1 },
    })
  })
})

describe('what stops an action', () => {
  it('is one calm line for an error of ours, with the exit code of its kind', async () => {
    const context = testContext()
    const run = () => {
      throw new ProvisionerError('declined', 'DECLINED', 'you said no', { hint: 'say yes' })
    }
    expect(await program(run).run(line(), context)).toBe(3)
    expect(context.err()).toBe('error  DECLINED  you said no\n  say yes\n')
  })

  it('is called our own fault when it is, without a stack trace on the terminal', async () => {
    const context = testContext()
    const run = async (): Promise<ExitCode> => {
      throw new TypeError('x is not a function', { cause: new Error('deeper') })
    }
    expect(await program(run).run(line('--verbose'), context)).toBe(1)
    expect(context.err()).toContain('the program itself failed: TypeError: x is not a function')
    expect(context.err()).not.toContain('    at ')
    expect(logText(context)).toMatch(/DEBUG make +at /)
    expect(logText(context)).toContain('Error: deeper')
  })

  it('leaves the causes out of the log without --verbose', async () => {
    const context = testContext()
    const run = () => {
      throw new TypeError('x', { cause: new Error('deeper') })
    }
    await program(run).run(line(), context)
    expect(logText(context)).not.toContain('deeper')
  })

  it.each([
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
  ])('is $signal, which ends a waiting local action with $code', async ({ signal, code }) => {
    const interruption = new AbortController()
    const context = testContext({ signal: interruption.signal })
    const run = () => {
      interruption.abort(signal)
      return new Promise<ExitCode>(() => undefined)
    }
    expect(await program(run).run(line(), context)).toBe(code)
    expect(context.err()).toContain(`interrupted by ${signal}`)
  })
})

describe('a log that cannot be written', () => {
  const files = {
    openAppend: () => {
      throw systemError('EACCES')
    },
  }

  it('is a warning for a local action, which goes on', async () => {
    const context = testContext({ files })
    const run = ({ log }: ActionContext) => {
      log.open('stem')
      return 0 as const
    }
    expect(await program(run).run(line(), context)).toBe(0)
    expect(context.err()).toContain('warning  LOG_NOT_WRITTEN  no log is kept')
    expect(context.err()).toContain('permission denied (EACCES)')
  })

  it('stops an action that changes something', async () => {
    const context = testContext({ files })
    let isReached = false
    const run = ({ log }: ActionContext) => {
      log.open('stem')
      isReached = true
      return 0 as const
    }
    expect(await program(run, 'mutating').run(line('--force'), context)).toBe(1)
    expect(isReached).toBe(false)
  })

  it('is told once when the disk fills up on the way', async () => {
    const append = (text: string) => {
      if (text.includes('second')) throw systemError('ENOSPC')
    }
    const context = testContext({ files: { openAppend: () => ({ append, close: () => undefined }) } })
    const run = ({ log }: ActionContext) => {
      log.open('stem')
      for (const word of ['first', 'second', 'second again']) log.write('INFO', word)
      return 0 as const
    }
    expect(await program(run).run(line(), context)).toBe(0)
    expect(context.err().match(/LOG_NOT_WRITTEN/g)).toHaveLength(1)
  })
})

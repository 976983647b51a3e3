import { describe, expect, it } from 'vitest'
import { confirm } from './confirm.js'
import type { Ask, Question } from './context.js'

const yesNo: Question = { kind: 'yes-no', text: 'Deploy?' }
const typed: Question = { kind: 'typed', text: 'Type the name:', expected: 'acme-stack' }
const flags = { force: false, dryRun: false }

function contextOf(ask?: Ask) {
  const logged: string[] = []
  const log = {
    write: (_level: string, line: string) => void logged.push(line),
    open: () => undefined,
    close: () => undefined,
    path: () => undefined,
  }
  const { signal } = new AbortController()
  return { action: 'deploy', log, logged, signal, ...(ask && { ask }) }
}

const never: Ask = () => Promise.reject(new Error('was asked'))

describe('a question', () => {
  it('is put to the person with the signal of the run, and both are logged', async () => {
    const asked: unknown[] = []
    const context = contextOf(async (...given) => asked.push(given) > 0)
    expect(await confirm(yesNo, flags, context)).toBe(true)
    expect(asked).toEqual([[yesNo, context.signal]])
    expect(context.logged).toEqual(['asked: Deploy? Answered: yes'])
  })

  it.each([
    { flag: 'force', given: { force: true, dryRun: false } },
    { flag: 'dryRun', given: { force: false, dryRun: true } },
  ])('is not asked with $flag', async ({ given }) => {
    expect(await confirm(typed, given, contextOf(never))).toBe(true)
    expect(await confirm(typed, given, contextOf())).toBe(true)
  })

  it.each([
    { question: yesNo, message: 'stopped, for the answer was no' },
    { question: typed, message: 'stopped, for the answer was not "acme-stack"' },
  ])('that is declined ends the action: $question.kind', async ({ question, message }) => {
    const context = contextOf(async () => false)
    await expect(confirm(question, flags, context)).rejects.toMatchObject({
      kind: 'declined',
      code: 'DECLINED',
      message,
    })
    expect(context.logged[0]).toContain('Answered: no')
  })

  it('that --force answers is logged all the same', async () => {
    const context = contextOf()
    await confirm(yesNo, { force: true, dryRun: false }, context)
    expect(context.logged).toEqual(['not asked, for --force: Deploy?'])
  })

  it('without anybody to ask is misuse, and says what to add', async () => {
    await expect(confirm(yesNo, flags, contextOf())).rejects.toMatchObject({
      kind: 'usage',
      code: 'CLI_NO_TERMINAL',
      message: 'deploy asks a question, and there is no terminal to ask at',
      hint: expect.stringContaining('--force'),
    })
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testContext } from '../../test/cli-context.js'
import { createOutput } from './create-output.js'

const erase = '\r\u001b[2K'
const plain = { action: 'deploy', format: 'text', isQuiet: false, isVerbose: false, isStrict: false } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function outputOf(
  settings: object = {},
  env: Readonly<Record<string, string>> = { NO_COLOR: '1' },
  columns = 40,
) {
  const written: string[] = []
  const context = testContext({
    env,
    now: () => new Date(),
    stdout: { write: (text) => void written.push(`out:${text}`), isTerminal: true },
    stderr: { write: (text) => void written.push(text), isTerminal: true, columns: () => columns },
  })
  const taken = () => written.splice(0).join('')
  return { output: createOutput(context, { ...plain, ...settings }), taken }
}

describe('the status line of a terminal', () => {
  it('rewrites itself every second, with the time since it is shown', () => {
    const { output, taken } = outputOf()
    output.status('creating')
    expect(taken()).toBe(`${erase}0s  creating`)
    vi.advanceTimersByTime(1_000)
    expect(taken()).toBe(`${erase}1s  creating`)
    output.status('creating: 3 of 9')
    expect(taken()).toBe(`${erase}1s  creating: 3 of 9`)
    vi.advanceTimersByTime(64_000)
    expect(taken().endsWith(`${erase}1m 05s  creating: 3 of 9`)).toBe(true)
  })

  it('is out of the way of every other line, and comes back under it', () => {
    const { output, taken } = outputOf({ isVerbose: true })
    output.status('creating')
    taken()
    const again = `${erase}0s  creating`
    output.progress('one done')
    expect(taken()).toBe(`${erase}one done\n${again}`)
    output.note('next')
    expect(taken()).toBe(`${erase}next\n${again}`)
    output.detail('more')
    expect(taken()).toBe(`${erase}more\n${again}`)
    output.result('made')
    expect(taken()).toBe(`${erase}out:made\n${again}`)
    output.issues([{ code: 'A', severity: 'error', message: 'no', hint: '', path: [] }])
    expect(taken()).toBe(`${erase}error  A  no\n${again}`)
  })

  it.each(['status', 'end'] as const)('goes away by %s, and stays away', (how) => {
    const { output, taken } = outputOf()
    output.status('creating')
    taken()
    if (how === 'status') output.status(undefined)
    else output.end(0)
    expect(taken()).toBe(erase)
    vi.advanceTimersByTime(10_000)
    output.note('next')
    expect(taken()).toBe('next\n')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('counts anew when it is shown anew', () => {
    const { output, taken } = outputOf()
    output.status('one')
    vi.advanceTimersByTime(5_000)
    output.status(undefined)
    taken()
    output.status('two')
    expect(taken()).toBe(`${erase}0s  two`)
  })

  it('never fills the line, and holds no control character', () => {
    const { output, taken } = outputOf({}, { NO_COLOR: '1' }, 12)
    output.status('a\nvery long text')
    expect(taken()).toBe(`${erase}0s  a\\u000a`)
  })

  it('is whole on a terminal that does not know its width', () => {
    const { output, taken } = outputOf({}, { NO_COLOR: '1' }, 0)
    output.status('creating')
    expect(taken()).toBe(`${erase}0s  creating`)
  })

  it.each([
    { name: 'with --quiet', settings: { isQuiet: true }, env: {} },
    { name: 'in JSON', settings: { format: 'json' }, env: {} },
    { name: 'on a dumb terminal', settings: {}, env: { TERM: 'dumb' } },
  ])('is not there $name', ({ settings, env }) => {
    const { output, taken } = outputOf(settings, env)
    output.status('creating')
    vi.advanceTimersByTime(10_000)
    expect(taken()).toBe('')
  })

  it('is coloured only where colours are wanted', () => {
    const { output, taken } = outputOf({}, {})
    output.status('creating')
    expect(taken()).toBe(`${erase}\u001b[2m0s  creating\u001b[22m`)
  })
})

describe('without a terminal', () => {
  it('nothing is rewritten, and progress is plain lines', () => {
    const context = testContext()
    const output = createOutput(context, plain)
    output.status('creating')
    output.progress('one done')
    vi.advanceTimersByTime(10_000)
    output.end(0)
    expect([context.out(), context.err()]).toEqual(['', 'one done\n'])
  })
})

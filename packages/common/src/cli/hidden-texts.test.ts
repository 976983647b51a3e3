import { describe, expect, it } from 'vitest'
import { testContext } from '../../test/cli-context.js'
import { createHiddenTexts, hidingContext } from './hidden-texts.js'

const token = 'a-token-of-sixteen-and-more'

describe('what is hidden', () => {
  it.each([
    ['a variable that speaks of a secret', { GITHUB_TOKEN: token }, true],
    ['a secret key', { AWS_SECRET_ACCESS_KEY: token }, true],
    ['a variable of another kind', { EDITOR: token }, false],
    ['a variable that says where a secret is', { AWS_WEB_IDENTITY_TOKEN_FILE: token }, false],
  ])('%s: %j, %s', (_name, env, isHidden) =>
    expect(createHiddenTexts(env).without(`x ${token} y`)).toBe(isHidden ? 'x [hidden] y' : `x ${token} y`),
  )

  it('is no short word, which would take sentences apart', () => {
    const { hide, without } = createHiddenTexts({ MY_TOKEN: 'deploy' })
    hide(['deploy'])
    expect(without('deploy it')).toBe('deploy it')
  })

  it('is hidden as it stands in JSON and in an address, too', () => {
    const { without } = createHiddenTexts({ PASSWORD: 'one "two" / three four' })
    expect(without(JSON.stringify({ a: 'one "two" / three four' }))).toBe('{"a":"[hidden]"}')
    expect(without(`?a=${encodeURIComponent('one "two" / three four')}`)).toBe('?a=[hidden]')
  })

  it('is the longer of two, where one holds the other', () => {
    const { hide, without } = createHiddenTexts({})
    hide(['abcdefgh', 'abcdefgh-ijkl'])
    expect(without('abcdefgh-ijkl abcdefgh')).toBe('[hidden] [hidden]')
  })

  it('is a name and password within an address', () =>
    expect(createHiddenTexts({}).without('at https://me:pass@host:1/x, to a@b.c')).toBe(
      'at https://host:1/x, to a@b.c',
    ))
})

it('keeps them out of both streams and out of the log', () => {
  const texts: string[] = []
  const openAppend = () => ({ append: (text: string) => void texts.push(text), close: () => undefined })
  const world = testContext({ files: { openAppend } })
  const hidden = createHiddenTexts({})
  const { stdout, stderr, files } = hidingContext(world, hidden)
  const log = files.openAppend('/log')
  hidden.hide(['canary-canary'])
  stdout.write('canary-canary')
  stderr.write('canary-canary')
  log.append('canary-canary')
  expect([world.out(), world.err(), ...texts]).toEqual(['[hidden]', '[hidden]', '[hidden]'])
})

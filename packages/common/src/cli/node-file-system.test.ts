import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testContext } from '../../test/cli-context.js'
import { systemCode } from './file-system.js'
import { nodeFileSystem as files } from './node-file-system.js'

function codeOf(work: () => void): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return systemCode(error)
  }
}

describe('a folder', () => {
  it('is made with those above it, and may be there already', () => {
    const { cwd } = testContext()
    files.makeFolder(join(cwd, 'a/b/c'))
    files.makeFolder(join(cwd, 'a/b/c'))
    expect(existsSync(join(cwd, 'a/b/c'))).toBe(true)
  })

  it('is refused below a file, and in the place of one', () => {
    const { cwd } = testContext()
    writeFileSync(join(cwd, 'file'), '')
    expect(codeOf(() => files.makeFolder(join(cwd, 'file')))).toBe('EEXIST')
    expect(codeOf(() => files.makeFolder(join(cwd, 'file/below')))).toBe('ENOTDIR')
  })

  it.runIf(process.platform === 'linux')(
    'is refused where the system makes none, instead of trying for ever',
    () => {
      expect(codeOf(() => files.makeFolder('/proc/nowhere/at/all'))).toBe('ENOENT')
    },
  )
})

describe('a list', () => {
  it('follows links, and does not fail at one that leads nowhere', () => {
    const { cwd } = testContext()
    mkdirSync(join(cwd, 'real'))
    writeFileSync(join(cwd, 'file'), '')
    symlinkSync('real', join(cwd, 'to-folder'))
    symlinkSync('file', join(cwd, 'to-file'))
    symlinkSync('gone', join(cwd, 'to-nothing'))
    const kinds = Object.fromEntries(files.list(cwd).map(({ name, kind }) => [name, kind]))
    expect(kinds).toEqual({
      real: 'folder',
      file: 'file',
      'to-folder': 'folder',
      'to-file': 'file',
      'to-nothing': 'other',
    })
  })
})

describe('a new file', () => {
  it('never takes the place of another', () => {
    const { cwd } = testContext()
    files.create(join(cwd, 'a'), '1')
    expect(codeOf(() => files.create(join(cwd, 'a'), '2'))).toBe('EEXIST')
  })
})

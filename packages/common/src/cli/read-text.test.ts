import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemError, testContext } from '../../test/cli-context.js'
import { describeReadFault, reasonOfReadFault } from './read-fault.js'
import { readText } from './read-text.js'

const { cwd, files } = testContext()
const read = (name: string, limitBytes = 100) => readText(files, join(cwd, name), name, limitBytes)
const written = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(cwd, name), content)
  return read(name)
}

describe('a file', () => {
  it('is read as UTF-8', () =>
    expect(written('a', 'größe: 1').source).toEqual({ file: 'a', text: 'größe: 1' }))

  it('may begin with a byte order mark', () => expect(written('bom', '\ufeffa: 1').source?.text).toBe('a: 1'))

  it('may be exactly as large as the limit', () =>
    expect(written('full', 'x'.repeat(100)).source?.text.length).toBe(100))

  it('is refused above the limit, unread', () => {
    writeFileSync(join(cwd, 'large'), 'x'.repeat(101))
    const unread = { ...files, readStart: () => expect.unreachable() }
    expect(readText(unread, join(cwd, 'large'), 'large', 100).fault).toEqual({
      kind: 'too-large',
      limitBytes: 100,
    })
  })

  it('is refused above the limit when its size is not known before', () => {
    const pipe = { ...files, status: () => ({ kind: 'other', sizeBytes: 0 }) as const }
    expect(readText(pipe, '/dev/zero', 'pipe', 100).fault).toEqual({ kind: 'too-large', limitBytes: 100 })
  })

  it.each([
    {
      name: 'a byte that begins nothing',
      bytes: [0x61, 0x0a, 0x62, 0xff, 0x62],
      line: 2,
      column: 2,
      byte: '0xFF',
    },
    {
      name: 'a character cut off in the middle',
      bytes: [0x61, 0xc3, 0x62],
      line: 1,
      column: 2,
      byte: '0xC3',
    },
    { name: 'UTF-16', bytes: [0xff, 0xfe, 0x61, 0x00], line: 1, column: 1, byte: '0xFF' },
  ])('that is no UTF-8 is refused with its place: $name', ({ bytes, line, column, byte }) => {
    const { fault } = written('broken', Uint8Array.from(bytes))
    expect(fault).toEqual({ kind: 'not-utf8', byte, line, column })
  })

  it('that is missing is said to be', () => expect(read('nowhere.yaml').fault).toEqual({ kind: 'missing' }))

  it('that is a folder is refused as one', () => {
    mkdirSync(join(cwd, 'folder'))
    expect(read('folder').fault).toEqual({ kind: 'folder' })
  })

  it.each(['EACCES', 'ENOTDIR', 'EIO'])('that the system does not let us read is refused: %s', (code) => {
    const locked = {
      ...files,
      readStart: () => {
        throw systemError(code)
      },
    }
    writeFileSync(join(cwd, 'locked'), 'a')
    const { fault } = readText(locked, join(cwd, 'locked'), 'locked', 100)
    expect(fault).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining(code) })
  })
})

describe('a read fault in words', () => {
  it.each([
    { fault: { kind: 'missing' }, message: 'there is no file "x"', reason: 'there is no such file' },
    { fault: { kind: 'folder' }, message: '"x" is a folder, expected a file', reason: 'it is a folder' },
    {
      fault: { kind: 'unreadable', reason: 'permission denied (EACCES)' },
      message: '"x" cannot be read: permission denied (EACCES)',
      reason: 'permission denied (EACCES)',
    },
    {
      fault: { kind: 'too-large', limitBytes: 1_048_576 },
      message: '"x" is larger than the 1,048,576 bytes that are read',
      reason: 'it is larger than 1,048,576 bytes',
    },
    {
      fault: { kind: 'not-utf8', byte: '0xFF', line: 3, column: 4 },
      message: '"x" is not UTF-8 text: the byte 0xFF stands here',
      reason: 'it is not UTF-8 text, see its line 3, column 4',
    },
  ] as const)('$message', ({ fault, message, reason }) => {
    expect(describeReadFault(fault, 'x')).toMatchObject({ message, file: 'x', severity: 'error' })
    expect(reasonOfReadFault(fault)).toBe(reason)
  })

  it('has a place only where there is one', () => {
    expect(describeReadFault({ kind: 'missing' }, 'x').line).toBeUndefined()
    expect(describeReadFault({ kind: 'not-utf8', byte: '0xFF', line: 3, column: 4 }, 'x')).toMatchObject({
      line: 3,
      column: 4,
    })
  })
})

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemError, testContext } from '../../test/cli-context.js'
import { isProvisionerError } from '../error/provisioner-error.js'
import type { FileSystem } from './file-system.js'
import { writeFiles } from './write-files.js'

const outputs = (cwd: string) =>
  ['a', 'b', 'c'].map((name) => ({ path: join(cwd, 'new', `${name}.json`), text: `${name}\n` }))

function failure(work: () => void) {
  try {
    work()
  } catch (error) {
    return isProvisionerError(error) ? error : undefined
  }
}

describe('files', () => {
  it('are written into folders that are made for them, and nothing else is left there', () => {
    const { cwd, files } = testContext()
    writeFiles(files, outputs(cwd))
    expect(readdirSync(join(cwd, 'new')).sort()).toEqual(['a.json', 'b.json', 'c.json'])
    expect(readFileSync(join(cwd, 'new/b.json'), 'utf8')).toBe('b\n')
  })

  it('take the place of older ones', () => {
    const { cwd, files } = testContext()
    mkdirSync(join(cwd, 'new'))
    writeFileSync(join(cwd, 'new/a.json'), 'old and longer\n')
    writeFiles(files, outputs(cwd))
    expect(readFileSync(join(cwd, 'new/a.json'), 'utf8')).toBe('a\n')
  })

  const broken: readonly {
    name: string
    code: string
    replaced: (real: FileSystem) => Partial<FileSystem>
  }[] = [
    {
      name: 'a disk that fills up in the middle of the second',
      code: 'ENOSPC',
      replaced: (real) => ({
        create: (path, text) => {
          real.create(path, path.includes('b.json') ? text.slice(0, 1) : text)
          if (path.includes('b.json')) throw systemError('ENOSPC')
        },
      }),
    },
    {
      name: 'a limit on the size of files',
      code: 'EFBIG',
      replaced: () => ({
        create: () => {
          throw systemError('EFBIG')
        },
      }),
    },
    {
      name: 'a rename that is refused',
      code: 'EPERM',
      replaced: () => ({
        rename: () => {
          throw systemError('EPERM')
        },
      }),
    },
  ]
  it.each(broken)('are all left as they were by $name', ({ code, replaced }) => {
    const { cwd, files } = testContext()
    mkdirSync(join(cwd, 'new'))
    writeFileSync(join(cwd, 'new/a.json'), 'old\n')
    const error = failure(() => writeFiles({ ...files, ...replaced(files) }, outputs(cwd)))
    expect(error).toMatchObject({ kind: 'file', code: 'FILE_NOT_WRITTEN' })
    expect(error?.message).toContain(code)
    expect(error?.message).toContain(join(cwd, 'new'))
    expect(error?.hint).not.toBe('')
    expect(readdirSync(join(cwd, 'new'))).toEqual(['a.json'])
    expect(readFileSync(join(cwd, 'new/a.json'), 'utf8')).toBe('old\n')
  })

  it('do not replace the first when a folder stands where the last should be', () => {
    const { cwd, files } = testContext()
    mkdirSync(join(cwd, 'new/c.json'), { recursive: true })
    const error = failure(() => writeFiles(files, outputs(cwd)))
    expect(error?.message).toContain('there is a folder of this name')
    expect(readdirSync(join(cwd, 'new'))).toEqual(['c.json'])
  })

  it('cannot go below a file', () => {
    const { cwd, files } = testContext()
    writeFileSync(join(cwd, 'new'), '')
    const error = failure(() => writeFiles(files, outputs(cwd)))
    expect(error?.message).toContain('a part of its path is a file')
  })
})

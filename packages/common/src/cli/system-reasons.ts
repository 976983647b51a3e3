import { systemCode } from './file-system.js'

interface SystemReason {
  readonly reason: string
  readonly advice: string
}

const elsewhere = 'write to another folder by --out'
const permission = `check who owns the folder, or ${elsewhere}`

const reasons: Readonly<Record<string, SystemReason>> = {
  EACCES: { reason: 'permission denied', advice: permission },
  EPERM: { reason: 'the system does not permit it', advice: permission },
  EROFS: { reason: 'the file system is read-only', advice: elsewhere },
  ENOSPC: { reason: 'no space is left on the disk', advice: `free some space, or ${elsewhere}` },
  EDQUOT: { reason: 'your disk quota is used up', advice: `free some space, or ${elsewhere}` },
  EFBIG: {
    reason: 'the file would pass the size that files may have here',
    advice: `raise the limit (see "ulimit -f"), or ${elsewhere}`,
  },
  ENOTDIR: { reason: 'a part of its path is a file, not a folder', advice: elsewhere },
  EEXIST: { reason: 'a part of its path is a file, not a folder', advice: elsewhere },
  EISDIR: { reason: 'there is a folder of this name', advice: `move the folder away, or ${elsewhere}` },
  ENAMETOOLONG: { reason: 'its path is too long for the system', advice: elsewhere },
  ELOOP: { reason: 'its symbolic links lead in a circle', advice: 'mend the links' },
  ENOENT: { reason: 'there is no such file or folder', advice: 'check the path' },
  EMFILE: { reason: 'too many files are open', advice: 'run it again when less is going on' },
}

/** An error of the operating system in words, its code in brackets. */
export function describeSystemError(error: unknown): SystemReason {
  const code = systemCode(error)
  const known = reasons[code]
  if (known) return { ...known, reason: `${known.reason} (${code})` }
  const words = error instanceof Error ? error.message : String(error)
  return { reason: words, advice: `check the folder, or ${elsewhere}` }
}

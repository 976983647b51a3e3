import { spawnSync } from 'node:child_process'

/** Runs Node with some arguments, to its end. Returns what it prints; throws when it fails. */
export function runNode(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`)
  return stdout
}

import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** Where the profiles stand: AWS's two shared files, or those that the environment names instead. */
export function profileFiles(env: Env): readonly string[] {
  const folder = join(env.HOME || env.USERPROFILE || homedir(), '.aws')
  return [
    env.AWS_CONFIG_FILE || join(folder, 'config'),
    env.AWS_SHARED_CREDENTIALS_FILE || join(folder, 'credentials'),
  ]
}

/** True when one of the shared files has a section for the profile. */
export function isProfileThere(env: Env, profile: string): boolean {
  return profileFiles(env).some((file) => sectionsOf(file).includes(profile))
}

/** @see {@link https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html | Shared config files} */
function sectionsOf(file: string): readonly string[] {
  const headings = readText(file).matchAll(/^[ \t]*\[[ \t]*(?:profile[ \t]+)?(["']?)(.+?)\1[ \t]*\]/gm)
  return [...headings].map(([, , name = '']) => name)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // AWS's own tools do without a file that is not there or may not be read.
    return ''
  }
}

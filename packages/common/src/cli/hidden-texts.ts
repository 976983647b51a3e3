import type { CliContext } from './context.js'

/** Texts that no output and no log may hold. */
export interface HiddenTexts {
  /** From now on these are hidden; in a log also where they were said before it had its name. */
  readonly hide: (texts: readonly string[]) => void
  /** The text with `[hidden]` in their place. */
  readonly without: (text: string) => string
}

/** A shorter text may be a word of every sentence, and is no secret worth the name. */
const shortest = 8
const shortestOfEnvironment = 16

const secretName = /SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE_KEY|API_?KEY|ACCESS_?KEY/i
/** Such a variable says where a secret is. */
const placeName = /_(FILE|PATH|DIR|URI|URL|NAME)$/i

/** A name and password within an address. */
const login = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi

/** @param env - Variables whose names speak of a secret are hidden from the beginning. */
export function createHiddenTexts(env: CliContext['env']): HiddenTexts {
  const hidden = new Set<string>()
  const add = (text: string): void => {
    hidden.add(text)
    // As it stands within a JSON document, and within an address.
    hidden.add(JSON.stringify(text).slice(1, -1))
    hidden.add(encodeURIComponent(text))
  }
  for (const text of secretsOf(env)) add(text)
  return {
    hide: (texts) => {
      for (const text of texts) if (text.length >= shortest) add(text)
    },
    without: (text) =>
      [...hidden]
        .sort((a, b) => b.length - a.length)
        .reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text)
        .replaceAll(login, '$1'),
  }
}

function secretsOf(env: CliContext['env']): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    value !== undefined &&
    value.length >= shortestOfEnvironment &&
    secretName.test(name) &&
    !placeName.test(name)
      ? [value]
      : [],
  )
}

/** The same world, in which whatever is said or logged is without them. */
export function hidingContext(context: CliContext, { without }: HiddenTexts): CliContext {
  const { stdout, stderr, files } = context
  return {
    ...context,
    stdout: { ...stdout, write: (text) => stdout.write(without(text)) },
    stderr: { ...stderr, write: (text) => stderr.write(without(text)) },
    files: {
      ...files,
      openAppend: (path) => {
        const file = files.openAppend(path)
        return { ...file, append: (text) => file.append(without(text)) }
      },
    },
  }
}

interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** The texts that must never be shown. */
export type Secrets = ReturnType<typeof createSecrets>

/** Remembers the texts that must never be shown, to take them out of what services answer. */
export function createSecrets(env: Readonly<Record<string, string | undefined>>) {
  const found = new Set<string>()
  const remember = (texts: readonly (string | undefined)[]) => {
    for (const text of texts) if (text && isTelling(text)) found.add(text)
  }
  remember([env.AWS_ACCESS_KEY_ID, env.AWS_SECRET_ACCESS_KEY, env.AWS_SESSION_TOKEN])
  remember([env.AWS_CONTAINER_AUTHORIZATION_TOKEN, env.AWS_BEARER_TOKEN])
  return {
    add: (credentials: Credentials) =>
      remember([credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken]),
    all: (): readonly string[] => [...found],
  }
}

/** Twelve digits are an account id, which test servers take for a key; messages must be able to name accounts. */
function isTelling(text: string): boolean {
  return text.length >= 4 && !/^\d{12}$/.test(text)
}

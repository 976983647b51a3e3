const hidden = '[hidden]'

/** What services repeat of a request when they refuse it, and what looks like a key wherever it stands. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b/g, hidden],
  [/(x-amz-security-token\s*[:=]\s*)[^\s&'"<]+/gi, `$1${hidden}`],
  [/(authorization\s*[:=]\s*)[^\n'"<]+/gi, `$1${hidden}`],
  [/(AWS4-HMAC-SHA256\s)[^\n'"<]*/g, `$1${hidden}`],
  [/((?:Credential|Signature)\s*=\s*)[^\s,&'"<]+/gi, `$1${hidden}`],
  // A process that gives credentials may take secrets on its command line.
  [/(Command failed)[\s\S]*/g, '$1'],
  // A name and password within an address.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1'],
]

/** Takes out of a text what must not be shown: the session's own credentials, and all that looks like some. */
export function redact(text: string, secrets: readonly string[]): string {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length)
  const own = longestFirst.reduce((rest, secret) => rest.replaceAll(secret, hidden), text)
  return patterns.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), own)
}

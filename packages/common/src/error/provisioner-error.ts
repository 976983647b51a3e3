import { type ExitCode, exitCodes } from './exit-code.js'

/** What sort of thing stopped an action; {@link exitCodeOf} maps each to the process's answer. */
export type ErrorKind = 'usage' | 'input' | 'file' | 'aws' | 'declined' | 'internal'

const exitCodeByKind: Readonly<Record<ErrorKind, ExitCode>> = {
  usage: exitCodes.misuse,
  input: exitCodes.misuse,
  file: exitCodes.failed,
  aws: exitCodes.failed,
  declined: exitCodes.declined,
  internal: exitCodes.failed,
}

const brand = Symbol.for('sec.provisioner-error')

/** What stops an action: a kind, a stable code for scripts, a hint, and the cause when there is one. */
export class ProvisionerError extends Error {
  readonly kind: ErrorKind
  /** Stable, in capitals, documented in `docs/errors.md`. */
  readonly code: string
  readonly hint: string
  readonly [brand] = true

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    detail: { hint?: string; cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'ProvisionerError'
    this.kind = kind
    this.code = code
    this.hint = detail.hint ?? ''
  }
}

/** A brand check: true also for an error made by another installed copy of this package. */
export function isProvisionerError(value: unknown): value is ProvisionerError {
  return typeof value === 'object' && value !== null && brand in value
}

/** The answer of the process for an error; one that is not ours is a bug of ours, and so 1. */
export function exitCodeOf(error: unknown): ExitCode {
  return isProvisionerError(error) ? exitCodeByKind[error.kind] : exitCodes.failed
}

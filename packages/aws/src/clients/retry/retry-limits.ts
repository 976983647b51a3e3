/** When a call that keeps failing is given up. */
export interface RetryLimits {
  readonly attempts: number
  /** Of all waits between the attempts of one call. */
  readonly waitMs: number
  /** From the first attempt on, the attempts themselves included. */
  readonly callMs: number
}

export const retryLimits: RetryLimits = { attempts: 8, waitMs: 60_000, callMs: 120_000 }

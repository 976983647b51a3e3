const minuteMs = 60_000

/** How long things may take before waiting for them is given up, in milliseconds. */
export const waitLimitsMs = {
  changeSet: 15 * minuteMs,
  discard: 5 * minuteMs,
  /** Until the first sign of an operation that was asked for. */
  operationBegin: 2 * minuteMs,
  operation: 90 * minuteMs,
  driftDetection: 30 * minuteMs,
} as const

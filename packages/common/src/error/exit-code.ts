/** What the process answers: scripts rely on these numbers. */
export const exitCodes = {
  done: 0,
  failed: 1,
  misuse: 2,
  declined: 3,
  found: 4,
  interrupted: 130,
  terminated: 143,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

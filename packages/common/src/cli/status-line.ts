import type { CliContext } from './context.js'
import { printable } from './printable.js'

/** One line at the foot of a terminal that says what is waited for, and since when. */
export interface StatusLine {
  /** Shows a text, or nothing. */
  readonly show: (text: string | undefined) => void
  /** Writes something else, with the line out of its way. */
  readonly aside: (write: () => void) => void
}

/** For where there is no terminal, or nothing to be shown on it. */
export const noStatusLine: StatusLine = { show: () => undefined, aside: (write) => write() }

const eraseLine = '\r\u001b[2K'
const intervalMs = 1_000

/** Makes a line that rewrites itself every second; it must be hidden when the run ends. */
export function createStatusLine(
  { stderr, now }: Pick<CliContext, 'stderr' | 'now'>,
  paint: (text: string) => string,
): StatusLine {
  let shown: { text: string; readonly sinceMs: number; readonly timer: NodeJS.Timeout } | undefined
  const draw = (): void => {
    if (shown === undefined) return
    const line = `${elapsed(now().getTime() - shown.sinceMs)}  ${printable(shown.text)}`
    // A line that wraps could not be erased. Some terminals do not know their width, and say 0.
    stderr.write(`${eraseLine}${paint(line.slice(0, (stderr.columns?.() || 80) - 1))}`)
  }
  const erase = (): void => {
    if (shown !== undefined) stderr.write(eraseLine)
  }
  return {
    show: (text) => {
      if (text === undefined) {
        erase()
        clearInterval(shown?.timer)
        shown = undefined
        return
      }
      shown ??= { text, sinceMs: now().getTime(), timer: setInterval(draw, intervalMs).unref() }
      shown.text = text
      draw()
    },
    aside: (write) => {
      erase()
      write()
      draw()
    },
  }
}

/** `7s`, or `2m 05s`. */
function elapsed(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1000)
  if (seconds < 60) return `${seconds}s`
  return `${Math.floor(seconds / 60)}m ${String(seconds % 60).padStart(2, '0')}s`
}

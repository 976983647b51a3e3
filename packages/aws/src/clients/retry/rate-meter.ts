/** How much the newest half second counts against those before. */
const newestShare = 0.8
const windowMs = 500

/** Measures how many requests are sent a second, smoothed over windows of half a second. */
export function createRateMeter(nowMs: () => number): { readonly count: () => number } {
  let windowStartMs = nowMs()
  let requests = 0
  let perSecond = 0
  return {
    count: () => {
      requests += 1
      const passedMs = nowMs() - windowStartMs
      if (passedMs < windowMs) return perSecond
      perSecond = ((requests * 1000) / passedMs) * newestShare + perSecond * (1 - newestShare)
      windowStartMs += passedMs
      requests = 0
      return perSecond
    },
  }
}

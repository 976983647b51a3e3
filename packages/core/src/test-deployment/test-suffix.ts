const characters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const randomCharacters = 6

/** `-t` and six letters or digits: what a test deployment adds to the name of its stack, groups, roles and policies. */
export const testSuffix = /^-t[a-z0-9]{6}$/

/** @param random - Numbers from 0 up to, but not including, 1, such as `Math.random`. */
export function makeTestSuffix(random: () => number): string {
  const letters = Array.from({ length: randomCharacters }, () =>
    characters.charAt(Math.floor(random() * characters.length)),
  )
  return `-t${letters.join('')}`
}

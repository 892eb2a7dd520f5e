/** Middle value, or the mean of the two in the middle. @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/**
 * Takes every measurement in turn, several rounds of them, so that a busy spell of the machine touches all alike.
 * @param {number} rounds
 * @param {Record<string, () => number | Promise<number>>} measurements
 * @returns {Promise<Record<string, number>>} the median of each
 */
export async function interleaved(rounds, measurements) {
  /** @type {Record<string, number[]>} */
  const taken = {}
  for (let round = 0; round < rounds; round++)
    for (const [name, measure] of Object.entries(measurements)) {
      taken[name] ??= []
      taken[name].push(await measure())
    }
  return Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)]))
}

/** Prints one result. @param {string} name @param {string} value */
export const row = (name, value) => console.log(`  ${name.padEnd(44)} ${value}`)

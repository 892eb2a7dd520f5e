/**
 * The name of a list that is nearest to what was written, by the number of letters to change; null where
 * none is near.
 */
export function nearest(found: string, names: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(found.length / 2))
  for (const name of names) {
    const distance = editDistance(found, name)
    if (distance <= least && (best === null || distance < least)) {
      best = name
      least = distance
    }
  }
  return best
}

/** Letters to insert, drop or replace to make one word of another (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(row[j - 1]! + 1, before[j]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    before = row
  }
  return before[b.length]!
}

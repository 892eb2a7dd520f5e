import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { Reference } from '../domain/reference.ts'

/**
 * FTE per head relative to the base beyond what age and sex bring [o][t]: a yearly change that fades in a
 * straight line; 1 for occupations without a row in `participation-trend.csv`.
 * @param years steps of the projection; there is one point more
 */
export function participationTrend(reference: Reference, book: AssumptionBook, years: number): Float64Array {
  const points = years + 1
  const path = new Float64Array(reference.occupations.length * points).fill(1)
  for (const [o, { code }] of reference.occupations.entries()) {
    const trend = book.participationTrend.get(code)
    if (!trend) continue
    for (let y = 0; y < years; y++) {
      const change = trend.change * Math.max(0, 1 - y / trend.fadeYears)
      path[o * points + y + 1] = path[o * points + y]! * (1 + change)
    }
  }
  return path
}

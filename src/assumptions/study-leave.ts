import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { Reference } from '../domain/reference.ts'
import { required } from './required.ts'

/** Years over which study leave goes from its share at the base to its later one. */
const YEARS_TO_LATER = 10

/**
 * Contracted time at work but for sickness, 1 at the base: what study leave and training leave of it, moving
 * in a straight line to the later share and staying there [o][t].
 */
export function timeAtWork(reference: Reference, book: AssumptionBook, points: number): Float64Array {
  const rows = reference.occupations.map(({ sector }) => required(book.studyLeave, 'study-leave', sector))
  return Float64Array.from({ length: rows.length * points }, (_, i) => {
    const { share, later } = rows[Math.floor(i / points)]!
    const passed = Math.min(1, (i % points) / YEARS_TO_LATER)
    return (1 - share - (later - share) * passed) / (1 - share)
  })
}

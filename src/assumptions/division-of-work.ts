import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { Reference } from '../domain/reference.ts'

/** Work that passes between occupations in no change: see `transferFrom` and the others in `EngineModel`. */
export interface Division {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly rate: Float64Array
  /** [k][t] */
  readonly share: Float64Array
}

/**
 * The division of work under no change: each drift that the book states goes on year by year up to its
 * limit. Pairs without a drift are left out; policies draw on their rates and limits.
 */
export function divisionOfWork(reference: Reference, book: AssumptionBook, years: number): Division {
  const index = new Map(reference.occupations.map(({ code }, o) => [code, o]))
  const drifting = book.division.filter(({ trend }) => trend > 0)
  const points = years + 1
  return {
    from: Int32Array.from(drifting, ({ from }) => index.get(from)!),
    to: Int32Array.from(drifting, ({ to }) => index.get(to)!),
    rate: Float64Array.from(drifting, ({ rate }) => rate),
    share: Float64Array.from({ length: drifting.length * points }, (_, i) => {
      const { trend, limit } = drifting[Math.floor(i / points)]!
      return Math.min(limit, trend * (i % points))
    }),
  }
}

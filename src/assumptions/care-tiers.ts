import { type AssumptionBook, bookKey } from '../domain/assumption-book.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { CHILDRENS_THERAPIES } from './read-book-need.ts'

/**
 * Weights of services in each occupation's need, summing to 1 [o][v]. The weight of children's therapies
 * is parted over their tiers as the tiers' hours for 1,000 children and each occupation's share of them say.
 * @throws HeadroomError `table-incomplete` where an occupation has no weight, or works for the therapies but
 *   for no tier
 */
export function needWeights(reference: Reference, book: AssumptionBook): Float64Array {
  const { services } = book
  const weights = new Float64Array(reference.occupations.length * services.length)
  for (const [o, { code }] of reference.occupations.entries()) {
    const parts = tierParts(book, code)
    const byService = services.map((service) => {
      const part = parts.get(service.code)
      const named = part === undefined ? service.code : CHILDRENS_THERAPIES
      return (part ?? 1) * (book.needWeights.get(bookKey(code, named))?.weight ?? 0)
    })
    const total = byService.reduce((a, b) => a + b, 0)
    if (total <= 0)
      throw new HeadroomError('table-incomplete', {
        file: 'data/assumptions/need-weights.csv',
        missing: code,
      })
    for (const [v, weight] of byService.entries()) weights[o * services.length + v] = weight / total
  }
  return weights
}

/** Share of an occupation's work for children's therapies that each tier takes, by service; none for most. */
export function tierParts(book: AssumptionBook, occupation: string): ReadonlyMap<string, number> {
  const hours = new Map(
    [...book.tiers].map(([tier, row]) => [
      tier,
      row.hours * (book.tierStaff.get(bookKey(tier, occupation))?.share ?? 0),
    ]),
  )
  const total = [...hours.values()].reduce((a, b) => a + b, 0)
  if (total === 0 && (book.needWeights.get(bookKey(occupation, CHILDRENS_THERAPIES))?.weight ?? 0) > 0)
    throw new HeadroomError('table-incomplete', {
      file: 'data/assumptions/therapy-tier-staff.csv',
      missing: occupation,
    })
  return new Map([...hours].map(([tier, part]) => [tier, total > 0 ? part / total : 0]))
}

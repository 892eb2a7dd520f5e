import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { Money } from '../domain/engine-model.ts'
import type { Reference } from '../domain/reference.ts'
import { neutralPart } from './neutral.ts'
import { required } from './required.ts'

/** Money and pay under no change. */
export interface PayPart {
  readonly money: Money
  /** Pay relative to outside options, 1 at the base [o][y]. */
  readonly payRelative: Float64Array
}

/**
 * What staff cost under no change: pay, employer's national insurance and pension for each FTE, growing as
 * the book says; pay relative to what staff could earn elsewhere; temporary staff and training.
 * @param sizes of the model
 * @param trainingCost pounds a year by occupation, see `trainingLoad` [o][t]
 * @param fixedArea each area's share of costs that go with no occupation [r]
 * @throws HeadroomError `table-incomplete` where an occupation has no pay or a sector no path
 */
export function payPart(
  reference: Reference,
  book: AssumptionBook,
  sizes: { readonly baseYear: number; readonly years: number },
  trainingCost: Float64Array,
  fixedArea: Float64Array,
): PayPart {
  const { occupations, areas } = reference
  const { years } = sizes
  const points = years + 1
  const payPerFte = Float64Array.from(occupations, ({ code }) => {
    const { pay, onCosts, pension } = required(book.pay, 'pay', code)
    return pay * (1 + onCosts + pension)
  })
  const paths = occupations.map(({ sector }) => required(book.payPaths, 'pay-paths', sector))
  const temporary = occupations.map(({ sector }) => required(book.temporary, 'temporary-staff', sector))
  const payIndex = new Float64Array(occupations.length * points)
  const payRelative = new Float64Array(occupations.length * years)
  for (const [o, { growth, outside }] of paths.entries()) {
    let index = 1
    let relative = 1
    for (let t = 0; t < points; t++) {
      payIndex[o * points + t] = index
      if (t < years) payRelative[o * years + t] = relative
      index *= 1 + growth
      relative *= (1 + growth) / (1 + outside)
    }
  }
  const neutral = neutralPart({ ...sizes, occupations: occupations.length, areas: areas.length }, 0).money
  return {
    payRelative,
    money: {
      ...neutral,
      priceYear: book.prices.year,
      payPerFte,
      payIndex,
      temporaryShare: Float64Array.from(temporary, ({ share }) => share),
      temporaryPremium: payPerFte.map((cost, o) => cost * temporary[o]!.premium),
      trainingCost,
      fixedArea,
      taxReturned: Float64Array.from(paths, ({ taxReturned }) => taxReturned),
    },
  }
}

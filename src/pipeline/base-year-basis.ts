import type { AssumptionBook, Judgement, Spread } from '../domain/assumption-book.ts'
import type { Occupation } from '../domain/occupation.ts'
import type { Basis, Quality } from '../domain/origin.ts'
import type { Reference } from '../domain/reference.ts'
import type { Statistics } from '../domain/statistics.ts'

/** The blocks of cells of the base year that are known in different ways. */
export const BASIS_BLOCKS = ['headcount', 'split', 'ageSex', 'fte', 'turnover', 'vacancies'] as const
export type BasisBlock = (typeof BASIS_BLOCKS)[number]

/** How a block of cells is known: its weakest part decides. */
export interface BlockBasis {
  readonly basis: Basis
  readonly quality: Quality
}

/** How each block of an occupation's base year is known; null where the block doesn't arise. */
export interface OccupationBasis {
  readonly occupation: Occupation
  readonly blocks: Readonly<Record<BasisBlock, BlockBasis | null>>
}

const COUNTED: BlockBasis = { basis: 'published', quality: 'green' }
const BASES: readonly Basis[] = ['published', 'derived', 'assumed']
const QUALITIES: readonly Quality[] = ['green', 'amber', 'red']

/**
 * How the headcount by area, the split of the staff group, age and sex, FTE, turnover and vacancies of
 * every occupation are known at the base, from the series that counts its staff group and from the basis
 * and quality marks of the assumption book; in the order of the occupations.
 */
export function describeBasis(
  reference: Reference,
  statistics: Statistics,
  book: AssumptionBook,
): readonly OccupationBasis[] {
  const counted = new Set(statistics.flows.map(({ staffGroup }) => staffGroup))
  return reference.occupations.map((occupation) => {
    const alone = reference.occupations.filter((other) => other.staffGroup === occupation.staffGroup)
    const isCounted = counted.has(occupation.staffGroup)
    const stocks = isCounted
      ? ofCountedGroup(book, occupation, alone.length === 1)
      : ofNationalStock(book, occupation)
    return {
      occupation,
      blocks: {
        ...stocks,
        ageSex: marks(book.ageSex.get(occupation.profile)),
        turnover:
          isCounted && !book.turnover.has(occupation.code)
            ? // Rates are worked out from a month's published events, then turned into a year's.
              weakest(
                { basis: 'derived', quality: 'green' },
                marks(book.annualisation.get(occupation.staffGroup)),
              )
            : marks(book.turnover.get(occupation.code)),
        vacancies: marks(book.vacancies.get(occupation.code)),
      },
    }
  })
}

type Stocks = Pick<OccupationBasis['blocks'], 'headcount' | 'split' | 'fte'>

/** A staff group whose headcount and FTE are published by area, split into occupations. */
function ofCountedGroup(book: AssumptionBook, { code }: Occupation, alone: boolean): Stocks {
  const split = alone ? null : marks(book.splits.get(code))
  return { headcount: COUNTED, split, fte: split === null ? COUNTED : weakest(COUNTED, split) }
}

/** An occupation of which only a national number is known, spread over areas. */
function ofNationalStock(book: AssumptionBook, { code }: Occupation): Stocks {
  const stock = book.stocks.get(code)
  const national = marks(stock)
  if (stock === undefined || national === null) return { headcount: null, split: null, fte: null }
  return {
    headcount: weakest(spreadBasis(stock.spread), national),
    split: null,
    fte: weakest(spreadBasis(stock.spread), national),
  }
}

// Published rates or posts by area carry a national number there; population or another group only suggest it.
const spreadBasis = ({ kind }: Spread): BlockBasis =>
  kind === 'gp-rates' || kind === 'practice-panel' || kind === 'pcn'
    ? { basis: 'derived', quality: 'green' }
    : { basis: 'assumed', quality: 'green' }

const marks = (row: { readonly judgement: Judgement } | undefined): BlockBasis | null =>
  row === undefined ? null : { basis: row.judgement.basis, quality: row.judgement.quality }

function weakest(one: BlockBasis, other: BlockBasis | null): BlockBasis {
  if (other === null) return one
  return {
    basis: later(BASES, one.basis, other.basis),
    quality: later(QUALITIES, one.quality, other.quality),
  }
}

const later = <T>(order: readonly T[], one: T, other: T): T =>
  order.indexOf(one) > order.indexOf(other) ? one : other

import { derivedFigures } from '../base-year/derived-figures.ts'
import type { AssumptionBook } from '../domain/assumption-book.ts'
import { STAFF_BANDS } from '../domain/assumption-book.ts'
import type { MarginResidual } from '../domain/base-year.ts'
import type { Finding } from '../domain/finding.ts'
import type { Inputs } from './read-inputs.ts'

/** Published totals must be met to a tenth of a per cent. */
const MARGIN_TOLERANCE = 0.001

/**
 * Checks of the base year: the worst residual of every kind of margin, each that misses its total, and the
 * rows of the book that a series gives otherwise.
 */
export function checkBaseYear({
  base,
  statistics,
  book,
}: Pick<Inputs, 'base' | 'statistics' | 'book'>): Finding[] {
  const broken = base.margins
    .filter(({ worst }) => worst > MARGIN_TOLERANCE)
    .map(
      ({ margin, worst, worstCell }): Finding => ({
        rule: 'margins-met',
        severity: 'error',
        message: `The base year misses this published margin by ${(worst * 100).toPrecision(2)} %.`,
        place: `${margin}: ${worstCell}`,
      }),
    )
  const summaries = [...new Set(base.margins.map(({ kind }) => kind))].map((kind): Finding => {
    const margins = base.margins.filter((margin) => margin.kind === kind)
    const worst = margins.reduce((most, margin) => (margin.worst > most.worst ? margin : most))
    return {
      rule: 'margins-met',
      severity: 'note',
      message: `${kind}: ${margins.length} margins of ${cellsOf(margins).toLocaleString('en-GB')} cells fitted; the worst relative residual is ${worst.worst.toExponential(1)}.`,
      place: `${worst.margin}: ${worst.worstCell}`,
    }
  })
  return [...broken, ...summaries, ...checkDerived(derivedFigures(statistics), book)]
}

const cellsOf = (margins: readonly MarginResidual[]): number =>
  margins.reduce((sum, { cells }) => sum + cells, 0)

/** Rows that say otherwise than the series they are worked out from. */
export function checkDerived(figures: ReturnType<typeof derivedFigures>, book: AssumptionBook): Finding[] {
  return figures.flatMap(({ table, key, figure, value, rounding }): Finding[] => {
    const stated = statedFigure(book, table, key, figure)
    if (stated !== undefined && Math.abs(stated - value) <= rounding) return []
    return [
      {
        rule: 'derived-current',
        severity: 'warning',
        message: `${figure[0]!.toUpperCase()}${figure.slice(1)}: the newest statistics give ${value.toPrecision(3)}, the row says ${stated ?? 'nothing'}.`,
        place: `data/assumptions/${table}.csv, ${key}`,
      },
    ]
  })
}

function statedFigure(book: AssumptionBook, table: string, key: string, figure: string): number | undefined {
  if (table === 'occupation-splits') return book.splits.get(key)?.share
  if (table === 'occupation-stocks') {
    const stock = book.stocks.get(key)
    return stock && stock.fte / stock.heads
  }
  const profile = book.ageSex.get(key)
  if (figure === 'share who are women') return profile?.female
  const band = STAFF_BANDS.findIndex((from) => figure.startsWith(`share aged ${from} to`))
  return profile?.ages[band]
}

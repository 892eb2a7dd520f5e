import type { BacktestResults } from '../../domain/backtest.ts'
import type { SeriesCode } from '../../domain/projection.ts'
import type { ProjectionReader } from '../projection-reader.ts'
import { horizonsOf } from './verdict.ts'

/** How wide ranges are some years ahead: half the width of 8 in 10 over the middle, and within what 8 in 10 came true. */
export interface WidthComparison {
  readonly name: string
  readonly years: number
  readonly within: number
  readonly backtest: number
  readonly run: number
}

/** Years ahead that sentences speak of. */
const SAID = 5

/** A range at least this share of past errors is only a little narrow. */
const NEAR = 0.9

/** Where a run's ranges are narrower than past errors, five years ahead, in a sentence each. */
export const sayWidths = (comparisons: readonly WidthComparison[]): readonly string[] =>
  comparisons
    .filter(({ years, run, within }) => years === SAID && run < within)
    .map(
      ({ name, within, run }) =>
        `${name}: ${SAID} years ahead, 8 in 10 past projections came within ${percent(within)} of the middle. This run’s range reaches ${percent(run)} either way: ${run < within * NEAR ? 'too narrow' : 'a little narrow'}, if the years to come are like those past.`,
    )

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** Years ahead that are compared. */
const YEARS = [1, 3, 5, 10]

/** Families with a counterpart in a run: staff of which series, in England or in each area. */
const COUNTERPARTS: readonly {
  readonly family: string
  readonly name: string
  readonly where: 'home' | 'areas'
  readonly belongs: (series: SeriesCode, nhs: ReadonlySet<string>) => boolean
}[] = [
  {
    family: 'nhs-groups',
    name: 'A staff group of the NHS in England',
    where: 'home',
    belongs: ({ level, code }, nhs) => level === 'staff_group' && nhs.has(code),
  },
  {
    family: 'consultants',
    name: 'Consultants of an area',
    where: 'areas',
    belongs: ({ level, code }) => level === 'occupation' && code === 'consultants',
  },
  {
    family: 'general-practitioners',
    name: 'GPs of an area',
    where: 'areas',
    belongs: ({ level, code }) => level === 'occupation' && code === 'general-practitioners',
  },
]

/**
 * Puts the width of the back-test's ranges beside those of a run, on average over series, at the same
 * number of years ahead. Only of what both have.
 */
export function compareWidths(
  { summaries, series }: BacktestResults,
  reader: ProjectionReader,
): readonly WidthComparison[] {
  const nhs = new Set(series.filter(({ family }) => family === 'nhs-groups').map(({ code }) => code))
  return COUNTERPARTS.flatMap(({ family, name, where, belongs }) => {
    const rows = horizonsOf(summaries, 'held-back', family)
    const own = reader.projection.series.filter((one) => belongs(one, nhs))
    const places = where === 'areas' ? reader.localAreas : reader.home.kind === 'country' ? [reader.home] : []
    return YEARS.flatMap((years) => {
      const row = rows.find(({ horizon }) => horizon === years)
      const widths = places.flatMap((area) =>
        own.flatMap((one) => {
          const spread = reader.spread(area.code, one, 'supply_fte', reader.firstYear + years)
          return spread && spread.p50 > 0 ? [(spread.p90 - spread.p10) / 2 / spread.p50] : []
        }),
      )
      if (!row || widths.length === 0) return []
      const run = widths.reduce((sum, width) => sum + width, 0) / widths.length
      return [{ name, years, within: row.within, backtest: row.halfWidth, run }]
    })
  })
}

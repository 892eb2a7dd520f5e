import { type Projection, projectionIndex, STATISTICS } from '../../domain/projection.ts'
import { createHeadline } from '../../views/headline/headline.ts'
import { createReader } from '../../views/projection-reader.ts'
import { formatCount, formatRange, formatRounded, formatShare, formatWhole } from './format.ts'
import { alignTable, wrapText } from './table.ts'

/** The middle of the draws of one figure and the range that 8 in 10 of them fall in. */
export interface Range {
  readonly central: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

/** One line of the headline: a sector, or all of them, in one year. */
export interface HeadlineRow {
  readonly year: number
  readonly level: string
  readonly code: string
  readonly name: string
  readonly supplyFte: Range
  readonly needFte: Range
  readonly coverage: Range
}

const STEPS = [0, 5, 10, 20]
const MILLION = 1_000_000
const WIDTH = 80
const COLUMNS = ['left', 'right', 'beside', 'right', 'beside', 'right', 'beside'] as const

/**
 * The headline of a run: its first area (England, or the area it was limited to) by sector and in all,
 * now and 5, 10 and 20 years on, or at the end of a shorter run.
 */
export function headlineRows(projection: Projection): HeadlineRow[] {
  const { series, years } = projection
  const last = years.length - 1
  const steps = [...STEPS.filter((step) => step < last), last]
  const shown = [...series.entries()].filter(([, { level }]) => level === 'sector' || level === 'all')
  const sectorsFirst = [
    ...shown.filter(([, { level }]) => level === 'sector'),
    ...shown.filter(([, { level }]) => level === 'all'),
  ]
  return sectorsFirst.flatMap(([s, { level, code, name }]) =>
    steps.map((t) => ({
      year: years[t] as number,
      level,
      code,
      name,
      supplyFte: rangeAt(projection, s, t, 'supply_fte'),
      needFte: rangeAt(projection, s, t, 'need_fte'),
      coverage: rangeAt(projection, s, t, 'coverage'),
    })),
  )
}

function rangeAt(projection: Projection, series: number, year: number, measure: string): Range {
  const read = (statistic: (typeof STATISTICS)[number]): number => {
    const m = projection.measures.indexOf(measure)
    const at = projectionIndex(projection, 0, series, year, m, STATISTICS.indexOf(statistic))
    return projection.values[at] as number
  }
  return { central: read('central'), p10: read('p10'), p50: read('p50'), p90: read('p90') }
}

/** The headline as an aligned table that fits 80 columns, England in thousands, areas in full. */
export function formatHeadline(rows: readonly HeadlineRow[]): string {
  const largest = Math.max(...rows.flatMap(({ supplyFte, needFte }) => [supplyFte.p90, needFte.p90]))
  const inThousands = largest >= MILLION
  const fte = (value: number): string => (inThousands ? formatWhole(value / 1000) : formatRounded(value))
  const cells: string[][] = [['', 'In post', '', 'Needed', '', 'Covered', '']]
  const names = new Map<number, string>()
  for (const [index, { code, name, year, supplyFte, needFte, coverage }] of rows.entries()) {
    if (rows[index - 1]?.code !== code) names.set(cells.length, name)
    const covered = formatRange(coverage, formatShare)
    cells.push([` ${year}`, ...formatRange(supplyFte, fte), ...formatRange(needFte, fte), ...covered])
  }
  const unit = inThousands ? 'Thousand full-time equivalents' : 'Full-time equivalents'
  return [
    `${unit} at 31 March, with the range of 8 in 10 draws`,
    ...alignTable(cells, COLUMNS).flatMap((line, index) => [
      ...(names.has(index) ? [names.get(index)] : []),
      line,
    ]),
  ].join('\n')
}

/** The headline in words, the same as on the page: the gap at the end of the run with its range, and today's. */
export function headlineWords(projection: Projection): string {
  const reader = createReader(projection)
  const series = projection.series.find(({ level }) => level === 'all')
  if (series === undefined) throw new Error('a projection needs the series of everybody')
  const { sentence, perHundred, today } = createHeadline(reader, {
    area: reader.home,
    series,
    year: reader.lastYear,
  })
  return wrapText([sentence, perHundred, today].filter((part) => part !== null).join(' '), WIDTH)
}

/** How far the headline can be trusted, in a few plain sentences. */
export function formatCertainty(projection: Projection): string {
  const { draws, seed } = projection.manifest
  const range =
    draws === 1
      ? 'One draw shows no range: ask for more with --draws.'
      : `The brackets hold 8 in 10 of ${formatCount(draws, 'draw')} of the uncertain assumptions (seed ${seed}).`
  return wrapText(
    `How sure: ${range} They don’t hold what nobody assumed: a new policy, a pandemic, a mistake in a ` +
      'source. Many splits behind the figures are judgements: “headroom check” lists the weak ones, ' +
      '“headroom explain” says where a figure comes from.',
    WIDTH,
  )
}

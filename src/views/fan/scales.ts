import { extent, nice } from 'd3-array'
import type { PublishedPast } from '../../domain/published-past.ts'
import { formatValue } from '../numbers/format-value.ts'
import { unitName } from '../numbers/units.ts'
import type { FanChart } from './fan-chart.ts'
import { linearScale, roundMarks } from './linear-scale.ts'

/** Marks on a value axis, about. */
const MARKS = 6
/** Least picture units between two years that are written under a chart. */
const YEAR_ROOM = 42

/** Where a chart's plot lies in its picture, in picture units. */
export interface PlotBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A mark on an axis. */
export interface Tick {
  readonly place: number
  readonly label: string
  readonly value: number
}

/** Places for years and values, with the marks of both axes. */
export interface Scales {
  readonly x: (year: number) => number
  readonly y: (value: number) => number
  readonly years: readonly Tick[]
  readonly values: readonly Tick[]
  /** What the value axis counts, such as `Full-time equivalents, millions`. */
  readonly axisTitle: string
  /** False where the value axis starts elsewhere than at zero. */
  readonly fromZero: boolean
}

/** The size that an axis counts in, so that its labels stay short. */
export function axisScale(
  largest: number,
  unit: string,
): { readonly divisor: number; readonly title: string } {
  if (unit === 'share') return { divisor: 0.01, title: 'Per cent' }
  const name = unitName(unit)
  const what = `${name[0]?.toUpperCase()}${name.slice(1)}`
  if (largest >= 1_000_000_000) return { divisor: 1_000_000_000, title: `${what}, billions` }
  if (largest >= 1_000_000) return { divisor: 1_000_000, title: `${what}, millions` }
  if (largest >= 10_000) return { divisor: 1000, title: `${what}, thousands` }
  return { divisor: 1, title: what }
}

/**
 * Lays out the axes of a chart. The value axis starts at zero where the values come near it and
 * otherwise just below the lowest range; callers say so where `fromZero` is false.
 */
export function createScales(chart: FanChart, box: PlotBox): Scales {
  const everything = chart.curves.flatMap(({ points }) =>
    points.flatMap(({ spread }) => (spread ? [spread.p5, spread.p95] : [])),
  )
  if (chart.past) everything.push(...pastValues(chart.past))
  const [low = 0, high = 1] = extent(everything)
  const bottom = low > 0 && low < high * 0.4 ? 0 : low
  const top = high === bottom ? bottom + 1 : Math.max(high, bottom)
  const [from, to] = nice(bottom, top, MARKS)
  const y = linearScale([from, to], [box.bottom, box.top])
  const x = linearScale([firstDrawn(chart), chart.lastYear], [box.left, box.right])
  const scale = axisScale(Math.max(Math.abs(from), Math.abs(to)), chart.unit)
  const marks = roundMarks([from / scale.divisor, to / scale.divisor], MARKS)
  const years = markedYears(chart, box).map((year) => ({ place: x(year), label: String(year), value: year }))
  return {
    x,
    y,
    years,
    values: marks.map(({ value, label }) => ({
      place: y(value * scale.divisor),
      label: chart.unit === 'share' ? `${label}%` : label,
      value: value * scale.divisor,
    })),
    axisTitle: chart.unit === 'share' ? '' : scale.title,
    fromZero: from <= 0 && to >= 0,
  }
}

/** The year at the left edge of a chart: that of the first count, or the first of the run. */
export const firstDrawn = ({ past, firstYear }: FanChart): number =>
  Math.floor(Math.min(firstYear, past?.counts[0]?.at ?? firstYear))

const pastValues = ({ counts, projections }: PublishedPast): readonly number[] => [
  ...counts.map(({ value }) => value),
  ...projections.flatMap(({ points }) => points.flatMap(({ p10, p90 }) => [p10, p90])),
]

/** Years written under a chart: the first of the run, and steps from it both ways. */
function markedYears(chart: FanChart, box: PlotBox): readonly number[] {
  const first = firstDrawn(chart)
  const span = chart.lastYear - chart.firstYear
  const usual = span > 10 ? 5 : span > 5 ? 2 : 1
  const room = ((box.right - box.left) / (chart.lastYear - first || 1)) * usual
  const gap = chart.past && room < YEAR_ROOM ? 2 * usual : usual
  const years: number[] = []
  for (
    let year = chart.firstYear - Math.floor((chart.firstYear - first) / gap) * gap;
    year <= chart.lastYear;
    year += gap
  )
    years.push(year)
  return years
}

/** Where the value axis of a chart starts, in words, or null where it holds zero. */
export function axisNote(
  chart: FanChart,
  scales: Scales = createScales(chart, { left: 0, right: 1, top: 0, bottom: 1 }),
): string | null {
  const first = scales.values[0]
  if (scales.fromZero || !first) return null
  return `The scale starts at ${formatValue(first.value, chart.unit)}, not at zero.`
}

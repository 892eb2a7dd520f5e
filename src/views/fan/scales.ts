import { extent } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { formatValue } from '../numbers/format-value.ts'
import { unitName } from '../numbers/units.ts'
import type { FanChart } from './fan-chart.ts'

/** Marks on a value axis, about. */
const MARKS = 6

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
  const [low = 0, high = 1] = extent(everything)
  const bottom = low > 0 && low < high * 0.4 ? 0 : low
  const top = high === bottom ? bottom + 1 : Math.max(high, bottom)
  const y = scaleLinear().domain([bottom, top]).range([box.bottom, box.top]).nice(MARKS)
  const x = scaleLinear().domain([chart.firstYear, chart.lastYear]).range([box.left, box.right])
  const [from = 0, to = 1] = y.domain()
  const scale = axisScale(Math.max(Math.abs(from), Math.abs(to)), chart.unit)
  const inScale = scaleLinear().domain([from / scale.divisor, to / scale.divisor])
  const ticks = inScale.ticks(MARKS)
  const label = inScale.tickFormat(MARKS)
  const gap = chart.lastYear - chart.firstYear > 10 ? 5 : chart.lastYear - chart.firstYear > 5 ? 2 : 1
  const years: Tick[] = []
  for (let year = chart.firstYear; year <= chart.lastYear; year += gap)
    years.push({ place: x(year), label: String(year), value: year })
  return {
    x,
    y,
    years,
    values: ticks.map((tick) => ({
      place: y(tick * scale.divisor),
      label: chart.unit === 'share' ? `${label(tick)}%` : label(tick),
      value: tick * scale.divisor,
    })),
    axisTitle: chart.unit === 'share' ? '' : scale.title,
    fromZero: from <= 0 && to >= 0,
  }
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

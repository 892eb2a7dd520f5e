import { scaleLinear } from 'd3-scale'
import { axisScale, type Tick } from '../fan/scales.ts'

/** An axis of values: where they lie, its marks, and what it counts. */
export interface ValueAxis {
  readonly place: (value: number) => number
  readonly ticks: readonly Tick[]
  readonly title: string
}

/**
 * Lays out an axis of values in picture units.
 * @param low least value shown @param high greatest value shown, of the same unit
 * @param from where the axis starts @param to where it ends
 */
export function createValueAxis(
  { low, high }: { readonly low: number; readonly high: number },
  unit: string,
  { from, to, marks = 5 }: { readonly from: number; readonly to: number; readonly marks?: number },
): ValueAxis {
  const scale = scaleLinear()
    .domain([low, high > low ? high : low + 1])
    .range([from, to])
    .nice(marks)
  const [first = 0, last = 1] = scale.domain()
  const { divisor, title } = axisScale(Math.max(Math.abs(first), Math.abs(last)), unit)
  const inScale = scaleLinear().domain([first / divisor, last / divisor])
  const write = inScale.tickFormat(marks)
  const ticks = inScale.ticks(marks).map((tick) => ({
    place: scale(tick * divisor),
    label: unit === 'share' ? `${write(tick)}%` : write(tick),
    value: tick * divisor,
  }))
  return { place: (value) => scale(value), ticks, title }
}

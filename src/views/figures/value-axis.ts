import { nice } from 'd3-array'
import { linearScale, roundMarks } from '../fan/linear-scale.ts'
import { axisScale, type Tick } from '../fan/scales.ts'
import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import { label, short } from './picture-frame.ts'

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
  const [first, last] = nice(low, high > low ? high : low + 1, marks)
  const place = linearScale([first, last], [from, to])
  const { divisor, title } = axisScale(Math.max(Math.abs(first), Math.abs(last)), unit)
  const ticks = roundMarks([first / divisor, last / divisor], marks).map(({ value, label: text }) => ({
    place: place(value * divisor),
    label: unit === 'share' ? `${text}%` : text,
    value: value * divisor,
  }))
  return { place, ticks, title }
}

/** The lines of an axis down a picture, each with its mark above. @param above from the picture's top to the marks' feet */
export const valueGrid = (
  { ticks }: ValueAxis,
  {
    top,
    bottom,
    above,
    font,
  }: { readonly top: number; readonly bottom: number; readonly above: number; readonly font: number },
): readonly Markup[] =>
  ticks.map(
    ({ place, label: text }) =>
      html`<line class="hr-grid" x1="${short(place)}" x2="${short(place)}" y1="${short(top)}" y2="${short(bottom)}" stroke="${PALETTE.grid}"/>${label(text, { x: place, y: above, font, anchor: 'middle', quiet: true })}`,
  )

import { BACKTEST_PERCENTILES, type BacktestFamily, type ShownForecast } from '../../domain/backtest.ts'
import type { Figure } from '../figures/figure.ts'
import { html } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import { midSentence } from '../series-noun.ts'
import { pastPicture } from './past-picture.ts'

/** Figures below this are told apart by their decimals. */
const SMALL = 100

const numeric = (label: string) => ({ label, numeric: true })

/** What names a shown projection in an address: `nhs-groups.nhs`. */
export const shownCode = ({ family, code }: Pick<ShownForecast, 'family' | 'code'>): string =>
  `${family}.${code}`

/** A past projection and what happened. */
export function createPastProjection(family: BacktestFamily, shown: ShownForecast): Figure {
  const { name, origin, points, code } = shown
  const unit = family.kind === 'rate' ? 'share' : Math.abs(points[0]!.last) < SMALL ? 'ratio' : 'heads'
  const { percentiles: widest } = points.at(-1)!
  const step = unitStep(widest[1]!, widest[5]!, unit)
  const value = (number: number): string => formatValue(number, unit, step)
  const isInside = ({ actual, percentiles }: (typeof points)[number]): boolean =>
    actual >= percentiles[1]! && actual <= percentiles[5]!
  const say = (point: (typeof points)[number]): string =>
    `${origin + point.horizon}: projected ${value(point.percentiles[3]!)} (${value(point.percentiles[1]!)} to ${value(point.percentiles[5]!)} in 8 of 10 draws), what happened ${value(point.actual)}, ${isInside(point) ? 'inside' : 'outside'}`
  const title = `${name}: ${midSentence(family.title)}, from ${origin}`
  const summary = `${family.unit[0]?.toUpperCase()}${family.unit.slice(1)}, ${value(points[0]!.last)} in ${origin}. ${points.filter(isInside).length} of ${points.length} years lay inside the range of 8 in 10. ${say(points.at(-1)!)}.`
  return {
    title,
    summary,
    note: null,
    columns: [
      'family',
      'code',
      'unit',
      'origin',
      'last_known',
      'year',
      ...BACKTEST_PERCENTILES.map((percent) => `p${percent}`),
      'actual',
    ],
    records: points.map(({ horizon, last, actual, percentiles }) => ({
      family: family.code,
      code,
      unit: family.unit,
      origin,
      last_known: last,
      year: origin + horizon,
      ...Object.fromEntries(BACKTEST_PERCENTILES.map((percent, at) => [`p${percent}`, percentiles[at]!])),
      actual,
    })),
    table: {
      caption: `${name}: ${family.unit}, projected from ${origin} (${value(points[0]!.last)})`,
      captionHidden: true,
      columns: [{ label: 'Year' }, numeric('Projected, and 8 in 10'), numeric('What happened')],
      rows: points.map((point, index) => ({
        header: String(origin + point.horizon),
        cells: [
          html`<span class="hr-middle">${value(point.percentiles[3]!)}</span> <span class="hr-range">${value(point.percentiles[1]!)} to ${value(point.percentiles[5]!)}</span>`,
          value(point.actual),
        ],
        attributes: html` data-point="${index}" data-say="${say(point)}"`,
      })),
    },
    empty: null,
    draw: (look) => pastPicture({ title, summary, family, shown }, look),
  }
}

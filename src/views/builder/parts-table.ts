import type { Comparison, ComparisonPart } from '../../domain/comparison.ts'
import { html, type Markup } from '../markup.ts'
import type { Spread } from '../projection-reader.ts'
import { type DataTable, writeTable } from '../tables/data-table.ts'
import { rangeBar } from '../tables/range-bar.ts'
import { differenceCell } from './difference-cell.ts'
import { comparedSpread, DIFFERENCE } from './say-difference.ts'

/** Said where no change does anything. */
export const NOTHING_CHANGED = 'Both scenarios are the same: move a lever to see what it does.'

/** What a change does in a year: to the gap, and what it costs; null where it has no value. */
export interface PartEffect extends ComparisonPart {
  readonly name: string
  readonly gap: Spread | null
  readonly cost: Spread | null
}

/** What each change alone does, then what they do together beyond that, then all of it. */
export const partEffects = (comparison: Comparison, year: number): readonly PartEffect[] =>
  [...[...comparison.parts.keys()].slice(DIFFERENCE + 1), DIFFERENCE].map((at) => {
    const part = comparison.parts[at]!
    return {
      ...part,
      name: part.kind === 'difference' ? 'All together' : part.title,
      gap: comparedSpread(comparison, at, 'gap_fte', year),
      cost: comparedSpread(comparison, at, 'net_cost', year),
    }
  })

/** The scale that bars of effects share, from the least range to the greatest, with no difference in it. */
export function effectLimits(effects: readonly PartEffect[]): {
  readonly low: number
  readonly high: number
} {
  const spreads = effects.flatMap(({ gap }) => gap ?? [])
  return {
    low: Math.min(0, ...spreads.map(({ p10 }) => p10)),
    high: Math.max(0, ...spreads.map(({ p90 }) => p90)),
  }
}

/**
 * The rows of the table of what each lever alone does to the gap, and what it costs; the last are what they do together
 * and the sum.
 * @param attributes of a row, by its number
 */
export function partRows(
  comparison: Comparison,
  year: number,
  attributes?: (effect: PartEffect, index: number) => Markup,
): Omit<DataTable, 'id'> {
  const effects = partEffects(comparison, year)
  const limits = effectLimits(effects)
  return {
    caption: `What each change alone does by March ${year}, on top of “${comparison.a.title}”: the mean of ${comparison.draws} runs, and the range of 8 in 10. Means add up, with what the changes do together beyond each alone. England as one area. In the bars the dotted line is no difference.`,
    columns: [
      { label: 'Change' },
      { label: 'Bar' },
      { label: 'Staff less need', numeric: true },
      { label: 'Net cost a year', numeric: true },
    ],
    rows: effects.map((effect, index) => {
      const { kind, name, gap, cost } = effect
      return {
        header: kind === 'difference' ? html`<strong>${name}</strong>` : name,
        cells: [
          gap ? rangeBar({ ...gap, p50: gap.mean }, limits, 0) : null,
          differenceCell(gap, 'fte', 'mean'),
          differenceCell(cost, 'gbp', 'mean'),
        ],
        ...(attributes && { attributes: attributes(effect, index) }),
      }
    }),
  }
}

/** What each lever alone does to the gap, and what it costs, as a table. */
export const partsTable = (comparison: Comparison, year: number): Markup =>
  writeTable({ id: 'parts', ...partRows(comparison, year) })

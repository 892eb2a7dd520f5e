import type { BuilderState } from '../../domain/builder.ts'
import type { Comparison } from '../../domain/comparison.ts'
import { measureOf } from '../../domain/measure.ts'
import type { Figure } from '../figures/figure.ts'
import { html } from '../markup.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import type { Spread } from '../projection-reader.ts'
import type { Place } from './builder-results.ts'
import { COMPARED_STATISTICS } from './fan-figure.ts'
import { partsPicture } from './parts-picture.ts'
import { NOTHING_CHANGED, type PartEffect, partEffects, partRows } from './parts-table.ts'
import { signed } from './say-difference.ts'

/**
 * What each change of a scenario does alone, as a figure of its own.
 * @param comparison null where both scenarios are the same
 * @param titles of the scenarios
 */
export function createPartsFigure(
  comparison: Comparison | null,
  { built, against }: { readonly built: string; readonly against: string },
  { year, draws, seed }: Pick<BuilderState, 'year' | 'draws' | 'seed'>,
  where: Place,
): Figure {
  const runs = draws === 1 ? '1 run' : `${draws} runs`
  const note = `Worked out ${where === 'browser' ? 'in this browser' : 'by the server'}: ${runs} that treat England as one area. Means add up, with what the changes do together beyond each alone. Seed ${seed}.`
  const title = `What each change alone does to staff less need by ${year}: “${built}” less “${against}”, England`
  const effects = comparison ? partEffects(comparison, year) : []
  const empty = comparison ? null : NOTHING_CHANGED
  const summary = empty ?? `${effects.map(sayEffect).join('. ')}.`
  return {
    title,
    summary,
    note,
    columns: ['part', 'code', 'title', 'year', 'area', 'measure', 'unit', ...COMPARED_STATISTICS],
    records: effects.flatMap(({ kind, code, title: name, gap, cost }) =>
      [['gap_fte', gap] as const, ['net_cost', cost] as const].flatMap(([measure, spread]) =>
        spread
          ? [
              {
                ...{ part: kind, code, title: name, year, area: comparison!.area.code, measure },
                unit: measureOf(measure).unit,
                ...Object.fromEntries(COMPARED_STATISTICS.map((each) => [each, spread[each]])),
              },
            ]
          : [],
      ),
    ),
    table: comparison
      ? partRows(
          comparison,
          year,
          (effect, index) => html` data-point="${index}" data-say="${sayEffect(effect)}"`,
        )
      : { caption: title, columns: [], rows: [] },
    empty,
    draw: (look) => partsPicture({ title, summary, effects, empty, say: sayEffect }, look),
  }
}

/** What a change does, in words: the mean with its range, then its cost. */
function sayEffect({ name, gap, cost }: PartEffect): string {
  if (!gap) return `${name}: no value`
  const money = cost ? `, net cost a year ${sayMean(cost, 'gbp')}` : ''
  return `${name}: staff less need ${sayMean(gap, 'fte')}${money}`
}

function sayMean({ mean, p10, p90 }: Spread, unit: string): string {
  const say = (value: number): string => signed(value, unit, unitStep(p10, p90, unit))
  const [low, high] = [say(p10), say(p90)]
  return low === high ? say(mean) : `${say(mean)} (${low} to ${high} in 8 of 10 runs)`
}

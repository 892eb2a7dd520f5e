import type { InputFiles } from '../../domain/input-files.ts'
import { readTable } from '../../tables/table.ts'

/** People of one reason in one quarter, as a release has it. */
export interface VintageFigure {
  readonly vintage: string
  readonly quarter: string
  readonly reason: string
  readonly people: number
}

/** A figure that two releases have, or one of them. */
export interface VintageChange {
  readonly quarter: string
  readonly reason: string
  /** People in the earlier release; null where it doesn't have the figure. */
  readonly before: number | null
  /** People in the later release; null where it doesn't have the figure. */
  readonly after: number | null
}

/**
 * Reads `data/statistics/inactivity/inactivity.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readVintages = (files: InputFiles): readonly VintageFigure[] =>
  readTable(files, 'statistics/inactivity/inactivity.csv', [
    'vintage',
    'quarter',
    'reason',
    'people',
  ]).rows.map((row) => ({
    vintage: row.text('vintage'),
    quarter: row.text('quarter'),
    reason: row.text('reason'),
    people: row.integer('people', { min: 0 }),
  }))

/**
 * What changed from one release to another: figures that were revised, came new or were dropped, in the order
 * of quarters. Figures that are the same in both are left out.
 */
export function vintageChanges(
  figures: readonly VintageFigure[],
  earlier: string,
  later: string,
): readonly VintageChange[] {
  const of = (vintage: string): ReadonlyMap<string, number> =>
    new Map(
      figures
        .filter((figure) => figure.vintage === vintage)
        .map(({ quarter, reason, people }) => [`${quarter},${reason}`, people]),
    )
  const [before, after] = [of(earlier), of(later)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .sort()
    .map((key) => {
      const [quarter = '', reason = ''] = key.split(',')
      return { quarter, reason, before: before.get(key) ?? null, after: after.get(key) ?? null }
    })
}
